// SPDX-License-Identifier: EUPL-1.2
// Numbers of equal width packed without gaps, lowest bit first, so that any language can unpack
// them.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>

#include "core/base/bytes.h"

namespace landkaart {

inline unsigned bits_for(std::uint32_t greatest) {
  return static_cast<unsigned>(std::bit_width(greatest));
}

constexpr std::size_t packed_bytes(std::size_t count, unsigned width) {
  return (count * width + 7) / 8;
}

void append_packed(std::string& out, std::span<const std::uint32_t> values, unsigned width);

// Unpacks values.size() numbers of at most 32 bits; `bytes` has packed_bytes of them.
void unpack(Bytes bytes, unsigned width, std::span<std::uint32_t> values);

}  // namespace landkaart
