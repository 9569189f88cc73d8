// SPDX-License-Identifier: EUPL-1.2
// Counts the memory that a program allocates with `operator new`. A program that calls these
// functions compiles memory_meter.cpp itself, because that file replaces the allocation operators
// of the whole program.
#pragma once

#include <cstddef>

namespace landkaart::testing {

// Bytes that are allocated, and the most that were since the last reset.
std::size_t allocated_memory();
std::size_t peak_memory();
void reset_peak_memory();

// An allocation that would need more than this throws std::bad_alloc.
void limit_memory(std::size_t bytes);

}  // namespace landkaart::testing
