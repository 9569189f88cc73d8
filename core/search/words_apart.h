// SPDX-License-Identifier: EUPL-1.2
// Finds in a text the separable verbs whose particle stands apart: "nodigt … uit" and
// "uit te nodigen". For highlighting.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/search/analysed_text.h"

namespace landkaart::inline v0 {

inline constexpr std::size_t kNoWord = static_cast<std::size_t>(-1);

// The number of the query word that asks for the verb made of `particle` and `verb` ("uit" and
// "nodigt" make "uitnodigt"), or kNoWord.
using SeparableVerbMatcher =
    std::function<std::size_t(const std::string& particle, const std::string& verb)>;

// Marks both words of each verb that `matcher` knows. `particles` holds the numbers of the words of
// the text that may be a particle, ascending. `answers` holds for each word of the text the number
// of the query word that it answers, or kNoWord, and is updated.
void mark_words_apart(const AnalysedText& text, std::span<const std::size_t> particles,
                      const SeparableVerbMatcher& matcher, std::vector<std::size_t>& answers);

}  // namespace landkaart::inline v0
