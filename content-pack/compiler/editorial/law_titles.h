// SPDX-License-Identifier: EUPL-1.2
// Titles of laws. The length of a sentence counts each title as one word, because authors cannot
// shorten the title of a law.
#pragma once

#include <string>
#include <vector>

#include "content-pack/compiler/editorial/sentences.h"

namespace landkaart::inline v0 {

using LawTitle = std::vector<std::string>;  // the folded words of the title

// The titles of laws that the sources of an item cite. A source cites a law when its text up to the
// first comma, semicolon or bracket begins with a capital and has a word such as "wet" or
// "besluit".
std::vector<LawTitle> cited_law_titles(const ItemText& item);

// The number of words of a sentence. Each title in law_titles.inc or `cited_titles` counts as one
// word.
std::size_t words_in(const Sentence& sentence, const std::vector<LawTitle>& cited_titles);

}  // namespace landkaart::inline v0
