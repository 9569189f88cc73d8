// SPDX-License-Identifier: EUPL-1.2
// Documents in which several words stand together: anywhere, or one after another as a phrase.
#pragma once

#include <cstdint>
#include <vector>

#include "core/search/checkpoint.h"
#include "core/search/phrase_texts.h"
#include "core/search/score_list.h"

namespace landkaart::inline v0 {

struct TogetherWord {
  Term term;
  std::uint32_t offset = 0;  // in the phrase, in words
  bool exact = false;        // only this form, not its siblings
};

struct FoundTogether {
  std::vector<FoundScoreList::Found> documents;  // in order
  std::uint64_t postings_read = 0;
};

enum class Order { any, phrase };

// A score is the sum over the words of rarity times weight. Where the pack has no positions, a
// phrase is looked for in the texts that `read` gives; without it, it is its words in any order.
// `checkpoint` is called before each 1024th step through the posting lists.
FoundTogether find_together(const SearchIndex& index, const Scoring& scoring,
                            std::vector<TogetherWord> words, Order order,
                            const ReadField& read = {}, const Checkpoint& checkpoint = {});

}  // namespace landkaart::inline v0
