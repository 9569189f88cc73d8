// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/percent_encoding.h"

#include <charconv>

namespace landkaart::inline v0 {

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned char byte = 0;
    const char* digits = text.data() + at + 1;
    const bool encoded = text[at] == '%' && at + 2 < text.size() &&
                         std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
    decoded += encoded ? static_cast<char>(byte) : text[at];
    if (encoded) at += 2;
  }
  return decoded;
}

}  // namespace landkaart::inline v0
