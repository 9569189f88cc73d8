// SPDX-License-Identifier: EUPL-1.2
#include "core/search/bit_packing.h"

#include <algorithm>
#include <cassert>

namespace landkaart {

void append_packed(std::string& out, std::span<const std::uint32_t> values, unsigned width) {
  std::uint64_t pending = 0;
  unsigned bits = 0;
  for (const std::uint32_t value : values) {
    pending |= std::uint64_t{value} << bits;
    bits += width;
    for (; bits >= 8; bits -= 8, pending >>= 8) out.push_back(static_cast<char>(pending & 0xff));
  }
  if (bits > 0) out.push_back(static_cast<char>(pending & 0xff));
}

void unpack(Bytes bytes, unsigned width, std::span<std::uint32_t> values) {
  assert(width <= 32 && bytes.size() >= packed_bytes(values.size(), width));
  if (width == 0) {
    std::ranges::fill(values, 0);
    return;
  }
  const std::uint64_t mask = (std::uint64_t{1} << width) - 1;
  std::uint64_t pending = 0;
  unsigned bits = 0;
  const std::uint8_t* next = bytes.data();
  for (std::uint32_t& value : values) {
    for (; bits < width; bits += 8) pending |= std::uint64_t{*next++} << bits;
    value = static_cast<std::uint32_t>(pending & mask);
    pending >>= width;
    bits -= width;
  }
}

}  // namespace landkaart
