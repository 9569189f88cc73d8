// SPDX-License-Identifier: EUPL-1.2
// Titles of laws, which are long and cannot be put in other words: one counts as one word.
#pragma once

#include <string>
#include <vector>

#include "content-pack/compiler/editorial/sentences.h"

namespace landkaart::inline v0 {

using LawTitle = std::vector<std::string>;  // its words, folded

// The titles of laws that the sources of an item cite: a capital, then a word such as "wet" or
// "besluit", up to the first comma or bracket.
std::vector<LawTitle> cited_law_titles(const ItemText& item);

// How many words a sentence has when each title of a law, cited or widely known, counts as one.
std::size_t words_in(const Sentence& sentence, const std::vector<LawTitle>& cited_titles);

}  // namespace landkaart::inline v0
