// SPDX-License-Identifier: EUPL-1.2
// Finds words of the pack that are spelt nearly as an unknown word: to search for a mistyped word,
// and for the question "did you mean". The way in is near_words().
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/budget.h"
#include "core/language/language_rules.h"
#include "core/search/search_index.h"

namespace landkaart::inline v0 {

// The greatest number of edits between a typed word and the word that was meant: 0 for words up to
// 4 bytes, 1 for 5 to 8 bytes, 2 for longer words.
unsigned allowed_edits(std::size_t bytes);

// The number of edits that turn `a` into `b`, or `most` + 1 when more than `most` are needed. An
// edit inserts, deletes or replaces a byte, or swaps two neighbours (optimal string alignment).
unsigned edit_distance(std::string_view a, std::string_view b, unsigned most);

struct NearWord {
  std::string word;
  unsigned distance = 0;  // in edits; most edits of the first letter count as two
  std::uint32_t document_frequency = 0;
  bool is_whole =
      true;  // false: only a beginning of the word is near ("gemeent" for "gemeentehuis")
};

struct NearWordOptions {
  bool of_prefix = false;  // also words of which only a beginning is near
  // Pairs of letters for which a replacement at the beginning counts as one edit instead of two.
  std::span<const LetterPair> alike_first_letters = {};
  // Spends a unit for each entry of the dictionary that is read and for each letter that is
  // compared. nullptr: no budget, because one call compares each letter of the dictionary once.
  Budget* budget = nullptr;
};

// At most `count` words that documents contain and that are within allowed_edits() of `word`. The
// order is: fewer edits, then words that are near as a whole, then words in more documents. Empty
// when the word is too short for any edit, or longer than 63 bytes. Throws Error(malformed).
std::vector<NearWord> near_words(const SearchIndex& index, std::string_view word, std::size_t count,
                                 const NearWordOptions& options = {});

}  // namespace landkaart::inline v0
