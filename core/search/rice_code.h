// SPDX-License-Identifier: EUPL-1.2
// Rice codes (Rice and Plaunt, 1971) for numbers that are mostly small. A number is divided by 2^k:
// the quotient q is stored as q one bits and a zero bit, the remainder in k bits. Example with k =
// 2: 13 = 3 * 4 + 1 is 1 1 1 0, then the bits of 1. The lowest bit of each byte comes first. Word
// positions are stored in Rice codes: they are one of the largest parts of an index and are read
// for few documents, so that size matters more than speed.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>

#include "core/base/cursor.h"

namespace landkaart::inline v0 {

// Appends a byte with k (0 to 31), then the codes, filled up to a whole byte. k is chosen so that
// the codes are shortest. When all numbers are 0, or there are none, appends only the byte
// kRiceAllZero.
void append_rice(std::string& out, std::span<const std::uint32_t> values);

inline constexpr unsigned kRiceAllZero = 32;

// Reads the numbers of one run of append_rice, one after another. Throws Error(malformed) when the
// bytes end within a number, and for most numbers over 32 bits; no number has more than 37 bits. A
// run of kRiceAllZero returns 0 without end.
class RiceReader {
 public:
  // The run begins at the cursor. The cursor moves only in finish(), and must outlive the reader.
  explicit RiceReader(Cursor& cursor);

  std::uint64_t next() {
    if (low_bits_ == kRiceAllZero) return 0;
    // Bits of bits_ above filled_ are 0, so that countr_one counts no bits beyond the run.
    const auto ones = static_cast<unsigned>(std::countr_one(bits_));
    const unsigned used = ones + 1 + low_bits_;
    if (used > filled_ || used == 64) return next_slowly();
    const std::uint64_t low = bits_ >> ones >> 1 & ((1ull << low_bits_) - 1);
    bits_ >>= used;
    filled_ -= used;
    return std::uint64_t{ones} << low_bits_ | low;
  }

  // Moves the cursor to the end of the run. Must be called after the last number was read.
  void finish();
  // Throws the Error of Cursor::fail.
  [[noreturn]] void fail(std::string_view problem) const { cursor_.fail(problem); }

 private:
  // Reads a number of which bits_ holds only a part.
  std::uint64_t next_slowly();
  // Reads one bits up to the next zero bit, which is also read; returns their number.
  std::uint64_t ones();
  // Fills bits_ from bytes_. Throws Error(malformed) if it then holds fewer than `wanted` bits.
  void refill(unsigned wanted);

  Cursor& cursor_;
  Bytes bytes_;
  std::size_t next_ = 0;  // index in bytes_ of the first byte that is not in bits_
  std::uint64_t bits_ = 0;
  unsigned filled_ = 0;    // number of bits in bits_ that were not read yet
  unsigned low_bits_ = 0;  // k, or kRiceAllZero
};

}  // namespace landkaart::inline v0
