// SPDX-License-Identifier: EUPL-1.2
// UTF-8 decoding and encoding. A byte that is not part of a valid sequence decodes to U+FFFD, with
// a length of 1 byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace landkaart::inline v0 {

inline constexpr char32_t kReplacement = 0xfffd;

struct DecodedLetter {
  char32_t code;         // code point
  std::uint32_t length;  // length of its encoding in bytes, 1 to 4
};

// As decode_utf8(), for a first byte above 0x7F.
DecodedLetter decode_utf8_sequence(std::string_view text, std::size_t offset);

// Decodes the code point that begins at `offset`. Requires offset < text.size().
inline DecodedLetter decode_utf8(std::string_view text, std::size_t offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  return first < 0x80 ? DecodedLetter{first, 1} : decode_utf8_sequence(text, offset);
}

void append_utf8(std::string& out, char32_t code);

bool is_valid_utf8(std::string_view text);

// A copy of `text` in which U+FFFD replaces each byte that is not part of a valid sequence.
std::string to_valid_utf8(std::string_view text);

// Returns `text`. Throws Error(malformed) when it is not valid UTF-8. Every text that the library
// reads from a pack passes through this function, so that callers can rely on valid UTF-8.
std::string_view checked_utf8(std::string_view text);

// Whether the valid UTF-8 `text` has a control character other than tab and line feed: U+0000 to
// U+001F, or U+007F to U+009F. A terminal obeys such characters.
bool has_control_character(std::string_view text);

// Returns `text`. Throws Error(malformed) when it is not valid UTF-8 or has_control_character().
// Titles, summaries, labels and the texts of the manifest pass through this function.
std::string_view checked_label(std::string_view text);

// The longest beginning of `text` that has at most `most` bytes and does not split a code point.
// `text` is valid UTF-8.
std::string_view utf8_prefix(std::string_view text, std::size_t most);

// The offset of the last code point of `text`, which is not empty. 0 when no code point begins in
// text that is not valid UTF-8.
std::size_t last_letter(std::string_view text);

// The number of code points that begin in the first `bytes` bytes of `text`.
std::size_t code_points(std::string_view text, std::size_t bytes);

}  // namespace landkaart::inline v0
