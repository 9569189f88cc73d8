// SPDX-License-Identifier: EUPL-1.2
// Verbs of which the particle stands apart in a text: "nodigt … uit", "uit te nodigen".
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/search/analysed_text.h"

namespace landkaart::inline v0 {

inline constexpr std::size_t kNoWord = static_cast<std::size_t>(-1);

// Which word of the query the two are together, from 0, or kNoWord.
using ApartMatcher =
    std::function<std::size_t(const std::string& particle, const std::string& verb)>;

// `particles` are the numbers of the words that may be one, ascending. `answers` has for each word
// of the text which one of the query it answers, or kNoWord.
void mark_words_apart(const AnalysedText& text, std::span<const std::size_t> particles,
                      const ApartMatcher& matcher, std::vector<std::size_t>& answers);

}  // namespace landkaart::inline v0
