// SPDX-License-Identifier: EUPL-1.2
// ScoreLists, a query in the form that is scored: groups of score lists, one group for each word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "core/search/checkpoint.h"
#include "core/search/score_list.h"

namespace landkaart::inline v0 {

// The lists that answer one word of a query. The score of a document in the group is the best of
// its scores in the lists.
struct ScoreGroup {
  std::vector<ScoreListPointer> lists;
  double rarity = 0;      // weight of the group in Coverage; at least 0
  bool required = false;  // true: a document without the group does not match
};

// A group has one bit in a 64-bit mask.
inline constexpr std::size_t kMostGroups = 64;

struct ScoreLists {
  std::vector<ScoreGroup> groups;          // at most kMostGroups
  std::vector<ScoreListPointer> excluded;  // a document in any of these lists does not match
  // Factor for a document whatever the query is, such as the weight of its kind: above 0, at most
  // 1. An empty function means 1 for every document.
  std::function<double(std::uint32_t document)> prior = {};
  // Called before each window of 4096 documents that is searched, and before the bounds of each
  // list are computed, which reads its skip entries.
  Checkpoint checkpoint = {};
};

// Whether a document may be among the answers. An empty function accepts every document.
using Accepts = std::function<bool(std::uint32_t document)>;

}  // namespace landkaart::inline v0
