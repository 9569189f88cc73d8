// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/source_text.h"

#include "core/base/file.h"
#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

// The offset of the first byte that is not part of a valid sequence. Requires a text that has one.
std::size_t first_invalid_byte(std::string_view text) {
  std::size_t offset = 0;
  while (true) {
    const DecodedLetter letter = decode_utf8(text, offset);
    if (letter.code == kReplacement && letter.length == 1) return offset;
    offset += letter.length;
  }
}

std::string hexadecimal(char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return std::string("0x") + kDigits[value >> 4] + kDigits[value & 15];
}

}  // namespace

std::optional<std::string> read_text(const std::filesystem::path& path, const std::string& file,
                                     MistakeList& mistakes) {
  std::string text = read_file(path);
  if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
  std::erase(text, '\r');
  if (is_valid_utf8(text)) return text;
  const std::size_t offset = first_invalid_byte(text);
  mistakes.add(position_in(text, offset, file), Message::not_utf8, {hexadecimal(text[offset])});
  return std::nullopt;
}

}  // namespace landkaart::inline v0
