// SPDX-License-Identifier: EUPL-1.2
// The Dutch words that hold a sentence together: articles, pronouns, prepositions, auxiliary verbs.
#pragma once

#include <string_view>

namespace landkaart::inline v0 {

// `lemma` is folded. Words that turn a question round, such as geen, niet, wie and zonder, are
// none.
bool is_function_word(std::string_view lemma);

}  // namespace landkaart::inline v0
