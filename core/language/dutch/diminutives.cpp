// SPDX-License-Identifier: EUPL-1.2
#include "core/language/dutch/dutch_rules.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kLeastBytes = 3;  // of a base

struct Ending {
  std::string_view ending;
  std::string_view replacement;  // the end of the base, in place of `ending`
  bool doubles_letter = false;   // the diminutive doubles the last letter of its base
};

// Longer endings come first, because the caller takes the first base that its dictionary has:
// "tuintje" gives "tuin" and then "tuint".
constexpr Ending kEndings[] = {
    {"etje", "", true},  // plannetje: plan
    {"etje", ""},        // bloemetje: bloem
    {"tje", "", true},   // autootje: auto
    {"tje", ""},         // tuintje: tuin
    {"pje", ""},         // raampje: raam
    {"kje", "g"},        // woninkje: woning
    {"je", ""},          // proefje: proef
};

// Empty when the word does not have this ending.
std::string base_by(std::string_view word, const Ending& rule) {
  if (!word.ends_with(rule.ending)) return {};
  std::string base(word.substr(0, word.size() - rule.ending.size()));
  if (rule.doubles_letter) {
    if (base.size() < 2 || base[base.size() - 1] != base[base.size() - 2]) return {};
    base.pop_back();
  }
  return base.append(rule.replacement);
}

}  // namespace

std::vector<std::string> dutch_diminutive_bases(std::string_view word) {
  if (word.ends_with("jes")) word.remove_suffix(1);
  std::vector<std::string> bases;
  for (const Ending& rule : kEndings) {
    std::string base = base_by(word, rule);
    if (base.size() >= kLeastBytes) bases.push_back(std::move(base));
  }
  return bases;
}

}  // namespace landkaart::inline v0
