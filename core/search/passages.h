// SPDX-License-Identifier: EUPL-1.2
// Scores documents higher when words of the query stand at the beginning of their text, where a
// text says what it is about. Reads word positions, so only for the best documents of a long query.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/search/query_plan.h"

namespace landkaart::inline v0 {

inline constexpr std::size_t kPassageDocuments =
    40;                                           // the best documents, which get passage scores
inline constexpr std::size_t kPassageGroups = 5;  // a query with fewer words gets none
inline constexpr double kPassageWeight = 1.1;     // of a word at the beginning, times its rarity

// Whether documents get passage scores for this plan: it has enough words, and the pack has
// positions.
bool has_passage_scores(const QueryPlan& plan, const SearchIndex& index);

// Finds the words of a query at the beginning of the texts of documents.
class Passages {
 public:
  // Requires has_passage_scores(). `plan` and `index` must outlive this.
  Passages(const QueryPlan& plan, const SearchIndex& index);

  // The numbers of the groups whose typed word is one of the first 40 words of the document's text.
  // Documents must be asked for in ascending order.
  std::vector<std::size_t> groups_at_beginning(std::uint32_t document);
  // The sum of kPassageWeight times rarity over groups_at_beginning().
  double score(std::uint32_t document);

 private:
  struct Word {
    std::size_t group;
    std::unique_ptr<PostingCursor> cursor;
  };

  std::uint32_t first_position(PostingCursor& cursor, std::uint32_t document);

  const QueryPlan& plan_;
  std::size_t text_field_;
  std::vector<Word> words_;
  std::vector<std::uint32_t> positions_;  // of one posting, to reuse the memory
};

// The passage score of each document, in the order of `documents`.
std::vector<double> passage_scores(const QueryPlan& plan, const SearchIndex& index,
                                   std::span<const ScoredDocument> documents);

}  // namespace landkaart::inline v0
