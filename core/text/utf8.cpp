// SPDX-License-Identifier: EUPL-1.2
#include "core/text/utf8.h"

#include <algorithm>

#include "core/base/malformed.h"

namespace landkaart::inline v0 {
namespace {

// The sequence that a first byte above 0x7F announces.
struct Shape {
  std::uint32_t length;  // 2 to 4 bytes; 0 when no sequence begins with this byte
  char32_t smallest;     // code points below this one must have a shorter sequence
};

Shape shape_of(unsigned char first) {
  if (first >= 0xc2 && first < 0xe0) return {2, 0x80};
  if (first >= 0xe0 && first < 0xf0) return {3, 0x800};
  if (first >= 0xf0 && first < 0xf5) return {4, 0x10000};
  return {0, 0};
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

}  // namespace

DecodedLetter decode_utf8_sequence(std::string_view text, std::size_t offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  const Shape shape = shape_of(first);
  if (shape.length == 0 || text.size() - offset < shape.length) return {kReplacement, 1};
  char32_t code = first & (0x7f >> shape.length);
  for (std::uint32_t i = 1; i < shape.length; ++i) {
    if (!is_continuation(text[offset + i])) return {kReplacement, 1};
    code = code << 6 | (static_cast<unsigned char>(text[offset + i]) & 0x3f);
  }
  const bool surrogate = code >= 0xd800 && code < 0xe000;
  if (code < shape.smallest || surrogate || code > 0x10ffff) return {kReplacement, 1};
  return {code, shape.length};
}

void append_utf8(std::string& out, char32_t code) {
  const auto byte = [&](char32_t value) { out.push_back(static_cast<char>(value)); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xc0 | code >> 6);
    byte(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    byte(0xe0 | code >> 12);
    byte(0x80 | (code >> 6 & 0x3f));
    byte(0x80 | (code & 0x3f));
  } else {
    byte(0xf0 | code >> 18);
    byte(0x80 | (code >> 12 & 0x3f));
    byte(0x80 | (code >> 6 & 0x3f));
    byte(0x80 | (code & 0x3f));
  }
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedLetter letter = decode_utf8(text, offset);
    if (letter.code == kReplacement && letter.length == 1) return false;
    offset += letter.length;
  }
  return true;
}

std::string to_valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedLetter letter = decode_utf8(text, offset);
    append_utf8(valid, letter.code);
    offset += letter.length;
  }
  return valid;
}

std::string_view checked_utf8(std::string_view text) {
  if (is_valid_utf8(text)) return text;
  malformed("a text is not valid UTF-8");
}

bool has_control_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 ? byte != '\t' && byte != '\n' : byte == 0x7f) return true;
    // UTF-8 encodes U+0080 to U+009F as 0xC2 and a second byte from 0x80 to 0x9F.
    if (byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0) {
      return true;
    }
  }
  return false;
}

std::string_view checked_label(std::string_view text) {
  if (!has_control_character(checked_utf8(text))) return text;
  malformed("a title, summary, label or description has a control character");
}

std::string_view utf8_prefix(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && is_continuation(text[most])) --most;
  return text.substr(0, most);
}

std::size_t last_letter(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && is_continuation(text[at])) --at;
  return at;
}

std::size_t code_points(std::string_view text, std::size_t bytes) {
  const std::string_view head = text.substr(0, bytes);
  return static_cast<std::size_t>(
      std::ranges::count_if(head, [](char byte) { return !is_continuation(byte); }));
}

}  // namespace landkaart::inline v0
