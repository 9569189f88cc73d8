// SPDX-License-Identifier: EUPL-1.2
// Dutch function words: articles, pronouns, prepositions, conjunctions, auxiliary verbs, and some
// adverbs and verbs that say little, such as "gewoon" and "doen". A search gives them little
// weight.
#pragma once

#include <string_view>

namespace landkaart::inline v0 {

// `lemma` is folded. Words that change the meaning of a question do not count as function words:
// geen, niet, wie, zonder.
bool is_function_word(std::string_view lemma);

}  // namespace landkaart::inline v0
