// SPDX-License-Identifier: EUPL-1.2
// Packed runs: each number is stored in the same width in bits, and the few numbers that do not fit
// get their higher bits from a patch (patched frame of reference; Zukowski, Héman, Nes and Boncz,
// 2006). A run is quicker to decode than codes of varying length, and about as small. The lowest
// bit of each byte comes first.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "core/base/cursor.h"

namespace landkaart::inline v0 {

// A run has at most this many numbers, because a patch names its number in one byte.
inline constexpr std::size_t kLongestRun = 256;

// Appends a byte with the width (0 to 32) and a flag for patches; the low bits of all numbers,
// filled up to a whole byte; and, with the flag, the patches: a byte with their number less 1, then
// for each patch a byte with the index of its number and a varint with the higher bits. `values`
// has at most kLongestRun numbers.
void append_packed(std::string& out, std::span<const std::uint32_t> values);

// Reads as many numbers as `values` has elements. Throws Error(malformed).
void read_packed(Cursor& cursor, std::span<std::uint32_t> values);

}  // namespace landkaart::inline v0
