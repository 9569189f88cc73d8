// SPDX-License-Identifier: EUPL-1.2
// UTF-8 decoding and encoding. Broken bytes decode to U+FFFD, one byte at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace landkaart::inline v0 {

inline constexpr char32_t kReplacement = 0xfffd;

struct DecodedLetter {
  char32_t code;
  std::uint32_t length;  // bytes; at least 1
};

// The code point at `offset`, which is less than text.size().
DecodedLetter decode_utf8(std::string_view text, std::size_t offset);

void append_utf8(std::string& out, char32_t code);

bool is_valid_utf8(std::string_view text);

// The text itself. Throws Error(malformed) when it is not UTF-8: every text that leaves a pack goes
// through here, so that whoever gets it may rely on it.
std::string_view checked_utf8(std::string_view text);

// How many code points begin in the first `bytes` bytes.
std::size_t code_points(std::string_view text, std::size_t bytes);

}  // namespace landkaart::inline v0
