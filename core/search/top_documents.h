// SPDX-License-Identifier: EUPL-1.2
// The best documents for groups of score lists, by MaxScore (Turtle and Flood, 1995) with bounds of
// blocks (Ding and Suel, 2011), in windows of documents, the most promising one first. Lists that
// cannot alone bring a document among the best are only asked about candidates that others brought.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/search/checkpoint.h"
#include "core/search/score_list.h"

namespace landkaart::inline v0 {

// What stands for one word of a query. A document gets the best score of its lists.
struct ScoreGroup {
  std::vector<ScoreListPointer> lists;
  double rarity = 0;      // its share in what "all words" means
  bool required = false;  // documents without it do not match
};

struct ScoreLists {
  std::vector<ScoreGroup> groups;          // at most 64
  std::vector<ScoreListPointer> excluded;  // documents in any of these do not match
  // How much a document is worth beside others with the same words, at most 1; 1 when empty.
  std::function<double(std::uint32_t document)> prior = {};
  // Called before each window of 4096 documents, and before the skip entries of each list are read.
  Checkpoint checkpoint = {};
};

// Postings that were decoded for them so far.
std::uint64_t postings_read(const ScoreLists& lists);

struct ScoredDocument {
  std::uint32_t document = 0;
  double score = 0;

  bool operator==(const ScoredDocument&) const = default;
};

// Whether a document may be among the answers at all; all may when empty.
using Accepts = std::function<bool(std::uint32_t document)>;

// A document with all words of a query counts in full, others by the rarity of what they have.
inline constexpr double kShareForAllWords = 0.35;

enum class Pruning { on, off };  // off: the reference, which scores every posting

// The `count` best, by score and then by document. Uses the lists up.
std::vector<ScoredDocument> top_documents(ScoreLists& lists, std::uint32_t documents,
                                          std::size_t count, const Accepts& accepts,
                                          Pruning pruning = Pruning::on);

// Calls visit for every document that matches, in order. Uses the lists up.
void visit_matches(ScoreLists lists, std::uint32_t documents, const Accepts& accepts,
                   const std::function<void(std::uint32_t document)>& visit);

}  // namespace landkaart::inline v0
