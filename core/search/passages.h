// SPDX-License-Identifier: EUPL-1.2
// Whether the words of a query stand at the beginning of a text, where it says what it is about.
// Read from positions, for the best few documents of a long query only.
#pragma once

#include <vector>

#include "core/search/query_plan.h"

namespace landkaart::inline v0 {

inline constexpr std::size_t kPassageDocuments = 40;  // of the best, that are looked at
inline constexpr std::size_t kPassageWords = 5;       // a shorter query is no sentence

// Adds to the scores of documents, and puts them in order again: by score, then by document.
void add_passage_scores(const QueryPlan& plan, const SearchIndex& index,
                        std::vector<ScoredDocument>& best);

}  // namespace landkaart::inline v0
