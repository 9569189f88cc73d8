// SPDX-License-Identifier: EUPL-1.2
// Records the size of the largest allocation that `operator new` makes. A test program that calls
// these functions compiles largest_allocation.cpp itself. The file is in no library, because it
// replaces the allocation operators of the whole program.
#pragma once

#include <cstddef>

namespace landkaart::testing {

// The size in bytes of the largest allocation of any thread since the last reset.
std::size_t largest_allocation();
void reset_largest_allocation();

}  // namespace landkaart::testing
