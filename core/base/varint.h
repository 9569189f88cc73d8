// SPDX-License-Identifier: EUPL-1.2
// Varints, numbers in 1 to 10 bytes (unsigned LEB128): 7 bits in each byte, the lowest bits first;
// the high bit of a byte says that another byte follows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace landkaart::inline v0 {

inline void append_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

// The number of bytes that append_varint appends.
constexpr std::uint64_t varint_bytes(std::uint64_t value) {
  std::uint64_t bytes = 1;
  for (; value >= 0x80; value >>= 7) ++bytes;
  return bytes;
}

// Appends the length as varint, then the text.
inline void append_text(std::string& out, std::string_view text) {
  append_varint(out, text.size());
  out.append(text);
}

}  // namespace landkaart::inline v0
