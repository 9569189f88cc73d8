// SPDX-License-Identifier: EUPL-1.2
#include "core/language/dutch/dutch_rules.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::string_view kCompoundLinks[] = {"", "s", "e", "en"};
// "e" and "en" are not left out: people who type "boekenkast" apart type "boeken kast".
constexpr std::string_view kOmittedLinks[] = {"", "s"};
// Dutch spelling before 1995 allowed k for c in many words.
constexpr LetterPair kAlikeFirstLetters[] = {{'c', 'k'}};

}  // namespace

const LanguageRules& dutch_rules() {
  static const LanguageRules kRules = {kCompoundLinks,       kOmittedLinks,
                                       kAlikeFirstLetters,   dutch_particles(),
                                       dutch_number_words(), dutch_diminutive_bases};
  return kRules;
}

}  // namespace landkaart::inline v0
