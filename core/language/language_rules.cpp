// SPDX-License-Identifier: EUPL-1.2
#include "core/language/language_rules.h"

#include "core/language/dutch/dutch_rules.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::string_view kNoLink[] = {""};

std::vector<std::string> no_bases(std::string_view) { return {}; }

constexpr LanguageRules kNoRules = {kNoLink, kNoLink, {}, {}, {}, no_bases};

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool is_dutch(std::string_view tag) {
  return tag.size() >= 2 && lower(tag[0]) == 'n' && lower(tag[1]) == 'l' &&
         (tag.size() == 2 || tag[2] == '-');
}

}  // namespace

const LanguageRules& language_rules(std::string_view language_tag) {
  return is_dutch(language_tag) ? dutch_rules() : kNoRules;
}

}  // namespace landkaart::inline v0
