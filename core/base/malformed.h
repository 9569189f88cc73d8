// SPDX-License-Identifier: EUPL-1.2
// malformed, the error for a pack whose bytes break the format specification.
#pragma once

#include <string_view>

#include "landkaart/error.h"

namespace landkaart::inline v0 {

// Throws Error(malformed) with the text "this pack breaks the format: <problem>". `offset` is the
// position of the fault, in bytes from the beginning of the file.
[[noreturn]] void malformed(std::string_view problem, std::uint64_t offset = Error::kNoOffset);

}  // namespace landkaart::inline v0
