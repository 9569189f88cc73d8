// SPDX-License-Identifier: EUPL-1.2
// malformed and beyond_limit, the errors for a pack whose bytes break the format specification.
#pragma once

#include <cstdint>
#include <string_view>

#include "landkaart/error.h"

namespace landkaart::inline v0 {

// Throws Error(malformed) with the text "this pack breaks the format: <problem>". `offset` is the
// position of the fault, in bytes from the beginning of the file.
[[noreturn]] void malformed(std::string_view problem, std::uint64_t offset = Error::kNoOffset);

// Throws Error(limit_exceeded) with the text "this pack is beyond a limit of the format: <part> has
// more than <most> <unit>", such as "a title has more than 1024 bytes".
[[noreturn]] void beyond_limit(std::string_view part, std::uint64_t most, std::string_view unit);

}  // namespace landkaart::inline v0
