// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/language_tags.h"

#include <algorithm>
#include <array>

#include "core/text/ascii.h"

namespace landkaart::inline v0 {
namespace {

struct LanguageCodes {
  std::string_view two, three;
};

constexpr auto kLanguages = std::to_array<LanguageCodes>({
#include "content-pack/compiler/languages.inc"
});
constexpr std::string_view kLanguagesWithoutShortCode =
#include "content-pack/compiler/languages_without_short_code.inc"
    ;

constexpr std::size_t kLongestSubtag = 8;

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c; }

// RFC 5646, 2.1.1: a region of two letters is in upper case, and a script of four letters begins
// with a capital, unless they come after a subtag of one letter or digit.
std::string in_normal_case(std::string_view subtag, bool after_singleton) {
  std::string text = ascii_lower_case(subtag);
  if (after_singleton || !std::ranges::all_of(text, is_ascii_letter)) return text;
  if (text.size() == 2) std::ranges::transform(text, text.begin(), upper);
  if (text.size() == 4) text[0] = upper(text[0]);
  return text;
}

std::string_view language_of(std::string_view tag) { return tag.substr(0, tag.find('-')); }

}  // namespace

std::optional<std::string> normal_language_tag(std::string_view text) {
  const std::string_view language = language_of(text);
  if (language.size() < 2 || language.size() > 3 ||
      !std::ranges::all_of(language, is_ascii_letter)) {
    return std::nullopt;
  }
  std::string tag = ascii_lower_case(language);
  bool after_singleton = false;
  for (std::size_t begin = language.size() + 1; begin <= text.size();) {
    const std::size_t end = std::min(text.find('-', begin), text.size());
    const std::string_view subtag = text.substr(begin, end - begin);
    if (subtag.empty() || subtag.size() > kLongestSubtag ||
        !std::ranges::all_of(subtag, is_ascii_letter_or_digit)) {
      return std::nullopt;
    }
    tag += '-' + in_normal_case(subtag, after_singleton);
    after_singleton = after_singleton || subtag.size() == 1;
    begin = end + 1;
  }
  return tag;
}

bool is_known_language(std::string_view tag) {
  const std::string language(language_of(tag));
  if (language.size() == 2) {
    return std::ranges::find(kLanguages, language, &LanguageCodes::two) != kLanguages.end();
  }
  const std::size_t found = kLanguagesWithoutShortCode.find(language + " ");
  return found != std::string_view::npos && found % 4 == 0;
}

std::string_view short_code_of(std::string_view tag) {
  const auto found = std::ranges::find(kLanguages, language_of(tag), &LanguageCodes::three);
  return found == kLanguages.end() ? std::string_view() : found->two;
}

}  // namespace landkaart::inline v0
