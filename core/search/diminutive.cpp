// SPDX-License-Identifier: EUPL-1.2
#include "core/search/diminutive.h"

#include <array>
#include <string>

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kLeastLetters = 3;  // of the base

struct Ending {
  std::string_view written;
  std::string_view base;    // what the base has in its place
  bool is_doubled = false;  // the last letter of the base was doubled before it
};

// The longest first: a shorter one would leave a part of it behind.
constexpr std::array kEndings = {
    Ending{"etje", "", true},  // plannetje
    Ending{"etje", ""},        // bloemetje
    Ending{"tje", "", true},   // autootje
    Ending{"tje", ""},         // tuintje
    Ending{"pje", ""},         // raampje
    Ending{"kje", "g"},        // woninkje
    Ending{"je", ""},          // proefje
};

std::string base_with(std::string_view word, const Ending& ending) {
  if (!word.ends_with(ending.written)) return {};
  std::string base(word.substr(0, word.size() - ending.written.size()));
  if (ending.is_doubled) {
    if (base.size() < 2 || base[base.size() - 1] != base[base.size() - 2]) return {};
    base.pop_back();
  }
  return base.append(ending.base);
}

}  // namespace

std::optional<Term> base_of_diminutive(std::string_view word, const SearchIndex& index) {
  if (word.ends_with("jes")) word.remove_suffix(1);
  for (const Ending& ending : kEndings) {
    const std::string base = base_with(word, ending);
    if (base.size() < kLeastLetters) continue;
    std::optional<Term> term = index.find(base);
    if (!term || term->words.document_frequency == 0) continue;
    term->form_number = 0;
    return term;
  }
  return std::nullopt;
}

}  // namespace landkaart::inline v0
