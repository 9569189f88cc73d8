// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/composed_letters.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

struct ComposedLetter {
  char32_t letter, accent, both;
};

#include "content-pack/compiler/composed_letters.inc"

// The letter with the accent, or 0 when Unicode has no code point for both.
char32_t composed(char32_t letter, char32_t accent) {
  const auto* found = std::ranges::lower_bound(
      kComposedLetters, std::tuple(letter, accent), {},
      [](const ComposedLetter& each) { return std::tuple(each.letter, each.accent); });
  const bool exists =
      found != std::end(kComposedLetters) && found->letter == letter && found->accent == accent;
  return exists ? found->both : 0;
}

}  // namespace

std::string with_composed_letters(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedLetter next = decode_utf8(text, at);
    at += next.length;
    const char32_t both = letters.empty() ? 0 : composed(letters.back(), next.code);
    if (both != 0) {
      letters.back() = both;
    } else {
      letters += next.code;
    }
  }
  std::string out;
  for (const char32_t letter : letters) append_utf8(out, letter);
  return out;
}

}  // namespace landkaart::inline v0
