// SPDX-License-Identifier: EUPL-1.2
// Packed runs: numbers that are mostly small at one width of bits, and those that need more patched
// in afterwards (patched frame of reference; Zukowski, Héman, Nes and Boncz, 2006). Quicker to read
// than codes of varying length, and about as small. Lowest bit of each byte first.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "core/base/cursor.h"

namespace landkaart::inline v0 {

inline constexpr std::size_t kLongestRun = 256;  // numbers; where a patch goes is one byte

// A byte with the width and whether there are patches; the low bits of all numbers, filled up to a
// whole byte; then the patches. `values` has at most kLongestRun numbers.
void append_packed(std::string& out, std::span<const std::uint32_t> values);

// As many numbers as `values` holds. Throws Error(malformed).
void read_packed(Cursor& cursor, std::span<std::uint32_t> values);

}  // namespace landkaart::inline v0
