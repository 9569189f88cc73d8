// SPDX-License-Identifier: EUPL-1.2
// Letters and digits of ASCII, in any locale. Bytes above 0x7F are neither.
#pragma once

#include <string>
#include <string_view>

namespace landkaart::inline v0 {

constexpr bool is_ascii_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

constexpr bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }

constexpr bool is_ascii_letter_or_digit(char byte) {
  return is_ascii_letter(byte) || is_ascii_digit(byte);
}

// A copy of `text` with the letters A to Z in lower case.
inline std::string ascii_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& byte : lower) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte | 0x20);
  }
  return lower;
}

}  // namespace landkaart::inline v0
