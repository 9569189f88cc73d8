// SPDX-License-Identifier: EUPL-1.2
// Rice codes (Rice, 1979) for numbers that are mostly small: the high part as that many one bits
// and a zero bit, then the low bits. Lowest bit of each byte first. Positions are written with
// them, which take most of the bytes of an index and are read for few documents only.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>

#include "core/base/cursor.h"

namespace landkaart::inline v0 {

// A byte with the number of low bits, then the codes, filled up to a whole byte. When all numbers
// are 0 the byte is kRiceAllZero and nothing follows.
void append_rice(std::string& out, std::span<const std::uint32_t> values);

inline constexpr unsigned kRiceAllZero = 32;

// Reads numbers one after another from what append_rice wrote. Reading past the bytes is an
// Error(malformed).
class RiceReader {
 public:
  // Begins at the cursor; the cursor itself moves when finish() is called.
  explicit RiceReader(Cursor& cursor);

  std::uint32_t next() {
    if (low_bits_ == kRiceAllZero) return 0;
    // Bits that are not filled are zero, so that no more ones are counted than there are.
    const auto ones = static_cast<unsigned>(std::countr_one(bits_));
    const unsigned used = ones + 1 + low_bits_;
    if (used > filled_ || used == 64) return next_slowly();
    const auto low = static_cast<std::uint32_t>(bits_ >> ones >> 1 & ((1ull << low_bits_) - 1));
    bits_ >>= used;
    filled_ -= used;
    return ones << low_bits_ | low;
  }

  // Moves the cursor behind the run, after its last number was read.
  void finish();
  [[noreturn]] void fail(std::string_view problem) const { cursor_.fail(problem); }

 private:
  // Where the number does not lie in bits_ as a whole.
  std::uint32_t next_slowly();
  std::uint32_t ones();
  void refill(unsigned wanted);

  Cursor& cursor_;
  Bytes bytes_;
  std::size_t next_ = 0;  // of bytes_, the first that is not in bits_
  std::uint64_t bits_ = 0;
  unsigned filled_ = 0;  // bits of bits_ that were not read yet
  unsigned low_bits_ = 0;
};

}  // namespace landkaart::inline v0
