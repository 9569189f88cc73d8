// SPDX-License-Identifier: EUPL-1.2
// Known words near an unknown one: for words that were mistyped, and for "did you mean".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/search/search_index.h"

namespace landkaart::inline v0 {

// How many edits a word of this length may be away: none up to 4 letters, 1 to 8, 2 from 9.
unsigned allowed_edits(std::size_t letters);

// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), or
// `most` + 1 when there are more than `most`.
unsigned edit_distance(std::string_view a, std::string_view b, unsigned most);

struct NearWord {
  std::string word;
  unsigned distance = 0;  // an edit of the first letter counts for two, but for c and k
  std::uint32_t document_frequency = 0;
  bool is_whole = true;  // near as a whole, and not only its beginning
};

// At most `count` words that documents have, nearest first and of equally near ones those in most
// documents first. Empty when the word is too short. With `of_prefix` words that begin nearly
// so too; of equally near ones those that are near as a whole first.
std::vector<NearWord> near_words(const SearchIndex& index, std::string_view word, std::size_t count,
                                 bool of_prefix = false);

}  // namespace landkaart::inline v0
