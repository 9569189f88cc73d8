// SPDX-License-Identifier: EUPL-1.2
// BitWriter appends numbers of any width in bits to a string of bytes, the lowest bit of each byte
// first.
#pragma once

#include <cassert>
#include <cstdint>
#include <string>

namespace landkaart::inline v0 {

// Call add() any number of times, and then finish() once.
class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  // Appends the lowest `width` bits of `bits`; the bits above them must be 0. `width` is at most
  // 57, because up to 7 bits can be waiting for a whole byte.
  void add(std::uint64_t bits, unsigned width) {
    assert(width <= 57 && bits >> width == 0);
    pending_ |= bits << filled_;
    for (filled_ += width; filled_ >= 8; filled_ -= 8, pending_ >>= 8) {
      out_.push_back(static_cast<char>(pending_ & 0xff));
    }
  }

  // Fills the last byte with zero bits.
  void finish() {
    if (filled_ > 0) out_.push_back(static_cast<char>(pending_ & 0xff));
    pending_ = 0;
    filled_ = 0;
  }

 private:
  std::string& out_;
  std::uint64_t pending_ = 0;  // bits that do not fill a byte yet
  unsigned filled_ = 0;        // number of them
};

}  // namespace landkaart::inline v0
