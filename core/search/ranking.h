// SPDX-License-Identifier: EUPL-1.2
// Ranking by BM25F (Robertson, Zaragoza and Taylor, 2004): the frequencies of a word in the fields
// of a document are weighed and added before they are saturated.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/search/query.h"
#include "core/search/search_index.h"

namespace landkaart {

struct ScoredDocument {
  std::uint32_t document = 0;
  double score = 0;
};

struct Matching {
  bool all_words = false;                               // every word must occur, rather than any
  std::function<bool(std::uint32_t document)> accepts;  // when given, only these documents
};

// Every document that matches, in order of document. Scores every posting; pruning comes with the
// full engine.
std::vector<ScoredDocument> score_all(const SearchIndex& index, const Query& query,
                                      const Matching& matching);

// The best of them: by score, then by document.
void keep_best(std::vector<ScoredDocument>& documents, std::size_t count);

}  // namespace landkaart
