// SPDX-License-Identifier: EUPL-1.2
// LanguageRules: the rules of one language that a query needs and that a pack does not store.
// language_rules() is the only place in the search that decides by language; code that searches
// asks the rules and never names a language.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/number_words.h"
#include "core/language/separable_verbs.h"

namespace landkaart::inline v0 {

// Two letters that people confuse at the beginning of a word.
struct LetterPair {
  char first = 0;
  char second = 0;
};

// All words are folded: lower case, without accents.
struct LanguageRules {
  // The letters that may stand between two parts of a compound, such as "s" in "raad-s-lid". The
  // first is always "": two parts with nothing between them.
  std::span<const std::string_view> compound_links;
  // The links that are inserted when two words of a query are joined, because people leave them
  // out: "raad lid" for "raadslid". The first is always "".
  std::span<const std::string_view> omitted_links;
  // Replacing the first letter of a word by the other letter of such a pair costs 1, as an edit of
  // a later letter does: "kontrole" for "controle". Swapping the first two letters costs 1 too.
  // Every other edit of the first letter costs 2.
  std::span<const LetterPair> alike_first_letters;
  // Sorted by word. Empty for a language without separable verbs.
  std::span<const SeparableParticle> particles;
  NumberWords numbers;
  // The words of which a word may be the diminutive, the most likely first: "plannetje" gives
  // "plan" and then other candidates that may not exist. Empty when the word is no diminutive.
  std::vector<std::string> (*diminutive_bases)(std::string_view word) = nullptr;
};

// The rules for a pack in a language, by its BCP 47 tag. Dutch rules for "nl" and every tag that
// begins with "nl-", in any case of the letters. Every other tag gets rules without words and
// letter pairs, in which "" is the only link.
const LanguageRules& language_rules(std::string_view language_tag);

}  // namespace landkaart::inline v0
