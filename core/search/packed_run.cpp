// SPDX-License-Identifier: EUPL-1.2
#include "core/search/packed_run.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <utility>

#include "core/base/bit_writer.h"
#include "core/base/bytes.h"
#include "core/base/varint.h"

namespace landkaart::inline v0 {
namespace {

constexpr unsigned kMostBits = 32;
constexpr std::uint8_t kWidthMask = 0x3f;
constexpr std::uint8_t kHasPatches = 0x40;
constexpr std::size_t kGroup = 32;  // numbers; at any width they fill whole words of 32 bits

constexpr std::uint64_t low_bits(unsigned width) { return (std::uint64_t{1} << width) - 1; }
constexpr std::size_t bytes_for(std::size_t values, unsigned width) {
  return (values * width + 7) / 8;
}

std::size_t varint_length(std::uint32_t value) {
  return value == 0 ? 1 : (static_cast<std::size_t>(std::bit_width(value)) + 6) / 7;
}

std::size_t packed_length(std::span<const std::uint32_t> values, unsigned width) {
  std::size_t patches = 0;
  for (const std::uint32_t value : values) {
    const auto high = static_cast<std::uint32_t>(std::uint64_t{value} >> width);
    if (high != 0) patches += 1 + varint_length(high);
  }
  return bytes_for(values.size(), width) + patches + (patches > 0 ? 1 : 0);
}

// The width that takes the fewest bytes; of several such widths the largest, because patches take
// time to decode.
unsigned best_width(std::span<const std::uint32_t> values) {
  const std::uint32_t greatest = values.empty() ? 0 : std::ranges::max(values);
  auto best = static_cast<unsigned>(std::bit_width(greatest));
  std::size_t least = packed_length(values, best);
  for (unsigned width = best; width-- > 0;) {
    const std::size_t length = packed_length(values, width);
    if (length >= least) continue;
    best = width;
    least = length;
  }
  return best;
}

void append_low_bits(std::string& out, std::span<const std::uint32_t> values, unsigned width) {
  BitWriter bits(out);
  for (const std::uint32_t value : values) bits.add(value & low_bits(width), width);
  bits.finish();
}

void append_patches(std::string& out, std::span<const std::uint32_t> values, unsigned width) {
  std::string patches;
  std::uint8_t count = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto high = static_cast<std::uint32_t>(std::uint64_t{values[i]} >> width);
    if (high == 0) continue;
    ++count;
    append_little_endian(patches, static_cast<std::uint8_t>(i));
    append_varint(patches, high);
  }
  append_little_endian(out, static_cast<std::uint8_t>(count - 1));
  out += patches;
}

// The number at index I of a group.
template <unsigned Width, std::size_t I>
std::uint32_t value_at(const std::uint8_t* bytes) {
  constexpr unsigned kBit = I * Width;
  constexpr unsigned kShift = kBit % 32;
  const std::uint8_t* word = bytes + kBit / 32 * 4;
  std::uint64_t bits = load_little_endian<std::uint32_t>(word);
  if constexpr (kShift + Width > 32) {
    bits |= std::uint64_t{load_little_endian<std::uint32_t>(word + 4)} << 32;
  }
  return static_cast<std::uint32_t>(bits >> kShift & low_bits(Width));
}

// Unpacks a group of 32 numbers. The width is a template parameter, so that all shifts are
// constants.
template <unsigned Width>
void unpack_group(const std::uint8_t* bytes, std::uint32_t* values) {
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    ((values[I] = value_at<Width, I>(bytes)), ...);
  }
  (std::make_index_sequence<kGroup>{});
}

using UnpackGroup = void (*)(const std::uint8_t*, std::uint32_t*);
constexpr auto kUnpackGroup = []<unsigned... Width>(std::integer_sequence<unsigned, Width...>) {
  return std::array<UnpackGroup, sizeof...(Width)>{unpack_group<Width + 1>...};  // from width 1
}
(std::make_integer_sequence<unsigned, kMostBits>{});

// Unpacks the numbers after the last whole group.
void unpack_rest(Bytes bytes, std::span<std::uint32_t> values, unsigned width) {
  std::uint64_t bits = 0;
  unsigned filled = 0;
  std::size_t next = 0;
  for (std::uint32_t& value : values) {
    for (; filled < width; filled += 8) bits |= std::uint64_t{bytes[next++]} << filled;
    value = static_cast<std::uint32_t>(bits & low_bits(width));
    bits >>= width;
    filled -= width;
  }
}

void unpack(Bytes bytes, std::span<std::uint32_t> values, unsigned width) {
  if (width == 0) {
    std::ranges::fill(values, 0u);
    return;
  }
  const std::uint8_t* group = bytes.data();
  std::size_t done = 0;
  for (; done + kGroup <= values.size(); done += kGroup, group += 4 * width) {
    kUnpackGroup[width - 1](group, values.data() + done);
  }
  unpack_rest(bytes.subspan(done / kGroup * 4 * width), values.subspan(done), width);
}

void apply_patches(Cursor& cursor, std::span<std::uint32_t> values, unsigned width) {
  for (unsigned left = cursor.u8() + 1u; left > 0; --left) {
    const std::uint8_t at = cursor.u8();
    const std::uint64_t high = cursor.varint32();
    if (at >= values.size()) cursor.fail("has a patch for a number after the end of its run");
    if (high << width > ~std::uint32_t{0}) cursor.fail("has numbers over 32 bits");
    values[at] |= static_cast<std::uint32_t>(high << width);
  }
}

}  // namespace

void append_packed(std::string& out, std::span<const std::uint32_t> values) {
  assert(values.size() <= kLongestRun);
  const unsigned width = best_width(values);
  const bool has_patches = std::ranges::any_of(
      values, [&](std::uint32_t value) { return std::uint64_t{value} >> width != 0; });
  out.push_back(static_cast<char>(width | (has_patches ? kHasPatches : 0)));
  append_low_bits(out, values, width);
  if (has_patches) append_patches(out, values, width);
}

void read_packed(Cursor& cursor, std::span<std::uint32_t> values) {
  const std::uint8_t head = cursor.u8();
  const unsigned width = head & kWidthMask;
  if (width > kMostBits || (head & ~(kWidthMask | kHasPatches)) != 0) {
    cursor.fail("has numbers over 32 bits");
  }
  unpack(cursor.read(bytes_for(values.size(), width)), values, width);
  if ((head & kHasPatches) != 0) apply_patches(cursor, values, width);
}

}  // namespace landkaart::inline v0
