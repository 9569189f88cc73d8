// SPDX-License-Identifier: EUPL-1.2
#include "core/search/rice_code.h"

#include <algorithm>
#include <bit>

#include "core/base/bit_writer.h"

namespace landkaart::inline v0 {
namespace {

constexpr unsigned kMostLowBits = 31;

std::uint64_t bits_needed(std::span<const std::uint32_t> values, unsigned low_bits) {
  std::uint64_t bits = 0;
  for (const std::uint32_t value : values) bits += std::uint64_t{value >> low_bits} + 1 + low_bits;
  return bits;
}

// With more low bits the size first falls and then rises, so the search stops when it rises.
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

void add_ones(BitWriter& bits, std::uint32_t count) {
  for (; count >= 32; count -= 32) bits.add(0xffffffffu, 32);
  bits.add((std::uint64_t{1} << count) - 1, count);
}

}  // namespace

void append_rice(std::string& out, std::span<const std::uint32_t> values) {
  if (std::ranges::all_of(values, [](std::uint32_t value) { return value == 0; })) {
    out.push_back(static_cast<char>(kRiceAllZero));
    return;
  }
  const unsigned low_bits = best_low_bits(values);
  out.push_back(static_cast<char>(low_bits));
  BitWriter bits(out);
  for (const std::uint32_t value : values) {
    add_ones(bits, value >> low_bits);
    const std::uint64_t low = value & ((std::uint64_t{1} << low_bits) - 1);
    bits.add(low << 1, low_bits + 1);  // the zero bit comes first
  }
  bits.finish();
}

RiceReader::RiceReader(Cursor& cursor) : cursor_(cursor), low_bits_(cursor.u8()) {
  if (low_bits_ > kRiceAllZero) cursor.fail("has numbers over 32 bits");
  bytes_ = cursor.rest();
}

void RiceReader::refill(unsigned wanted) {
  while (filled_ <= 32 && next_ + 4 <= bytes_.size()) {
    bits_ |= std::uint64_t{load_little_endian<std::uint32_t>(bytes_.data() + next_)} << filled_;
    next_ += 4;
    filled_ += 32;
  }
  for (; filled_ <= 56 && next_ < bytes_.size(); filled_ += 8) {
    bits_ |= std::uint64_t{bytes_[next_++]} << filled_;
  }
  if (filled_ < wanted) cursor_.fail("ends too early");
}

std::uint64_t RiceReader::ones() {
  std::uint64_t count = 0;
  while (true) {
    if (filled_ == 0) refill(1);
    const auto found = static_cast<unsigned>(std::countr_one(bits_));
    count += found;
    if (found < filled_) {
      bits_ = bits_ >> found >> 1;
      filled_ -= found + 1;
      return count;
    }
    bits_ = 0;
    filled_ = 0;
  }
}

std::uint64_t RiceReader::next_slowly() {
  if (filled_ <= 32) refill(0);
  const std::uint64_t high = ones();
  if (high >> (32 - low_bits_) != 0) fail("has numbers over 32 bits");
  if (filled_ < low_bits_) refill(low_bits_);
  const std::uint64_t low = bits_ & ((1ull << low_bits_) - 1);
  bits_ >>= low_bits_;
  filled_ -= low_bits_;
  return high << low_bits_ | low;
}

void RiceReader::finish() { cursor_.read(next_ - filled_ / 8); }

}  // namespace landkaart::inline v0
