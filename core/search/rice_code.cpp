// SPDX-License-Identifier: EUPL-1.2
#include "core/search/rice_code.h"

namespace landkaart {
namespace {

constexpr unsigned kMostLowBits = 31;

std::uint64_t bits_needed(std::span<const std::uint32_t> values, unsigned low_bits) {
  std::uint64_t bits = 0;
  for (const std::uint32_t value : values) bits += std::uint64_t{value >> low_bits} + 1 + low_bits;
  return bits;
}

// The cost falls and then rises with the number of low bits.
unsigned best_low_bits(std::span<const std::uint32_t> values) {
  unsigned best = 0;
  std::uint64_t least = bits_needed(values, 0);
  for (unsigned low_bits = 1; low_bits <= kMostLowBits; ++low_bits) {
    const std::uint64_t bits = bits_needed(values, low_bits);
    if (bits >= least) break;
    best = low_bits;
    least = bits;
  }
  return best;
}

class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  void add(bool bit) {
    byte_ |= static_cast<unsigned>(bit) << filled_;
    if (++filled_ == 8) finish();
  }

  void finish() {
    if (filled_ == 0) return;
    out_.push_back(static_cast<char>(byte_));
    byte_ = 0;
    filled_ = 0;
  }

 private:
  std::string& out_;
  unsigned byte_ = 0;
  unsigned filled_ = 0;
};

}  // namespace

void append_rice(std::string& out, std::span<const std::uint32_t> values) {
  const unsigned low_bits = best_low_bits(values);
  out.push_back(static_cast<char>(low_bits));
  BitWriter bits(out);
  for (const std::uint32_t value : values) {
    for (std::uint32_t i = 0; i < value >> low_bits; ++i) bits.add(true);
    bits.add(false);
    for (unsigned i = 0; i < low_bits; ++i) bits.add((value >> i & 1) != 0);
  }
  bits.finish();
}

RiceReader::RiceReader(Cursor& cursor) : cursor_(cursor), low_bits_(cursor.u8()) {
  if (low_bits_ > kMostLowBits) cursor.fail("has numbers over 32 bits");
}

bool RiceReader::bit() {
  if (left_ == 0) {
    byte_ = cursor_.u8();
    left_ = 8;
  }
  const bool bit = (byte_ & 1) != 0;
  byte_ >>= 1;
  --left_;
  return bit;
}

std::uint32_t RiceReader::next() {
  std::uint32_t value = 0;
  while (bit()) ++value;
  value <<= low_bits_;
  for (unsigned i = 0; i < low_bits_; ++i) value |= static_cast<std::uint32_t>(bit()) << i;
  return value;
}

}  // namespace landkaart
