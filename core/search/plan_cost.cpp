// SPDX-License-Identifier: EUPL-1.2
// The rule that bounds the cost of a query: the posting lists that it reads.
//
// A search and the count of its matches read each list at most once from begin to end, so the sum
// of the document frequencies bounds their work. A query of 48 beginnings of one letter has 3000
// lists, each of a common word. The rule keeps the first alternatives of each group, because the
// rules before it add the closest alternatives first, and the completions in most documents first.
// Every group keeps as many alternatives as every other, so that no word of the query takes the
// place of another word.
#include <algorithm>

#include "core/search/plan_rules.h"

namespace landkaart::inline v0 {
namespace {

// In postings. Opening a list costs as much time as reading this number of postings.
constexpr std::uint64_t kListCost = 512;
constexpr std::uint64_t kLeastAllowance = 1'000'000;
// A query of 48 words that are all in every document costs 48 postings for each document.
constexpr std::uint64_t kAllowancePerDocument = 48;
constexpr std::size_t kMostLists = 640;  // bounds the memory of a search

std::uint64_t cost_of(const Alternative& alternative) {
  if (alternative.sort == MatchSort::part) {
    return kListCost + alternative.words.front().term.parts.document_frequency;
  }
  std::uint64_t cost = 0;
  for (const TogetherWord& word : alternative.words) {
    cost += kListCost + word.term.words.document_frequency;
  }
  return cost;
}

}  // namespace

void limit_cost(PlanContext& context) {
  auto& groups = context.plan.groups;
  std::size_t longest = 0;
  for (const PlannedGroup& group : groups) longest = std::max(longest, group.alternatives.size());
  std::uint64_t left =
      kLeastAllowance + kAllowancePerDocument * std::uint64_t{context.scoring.documents()};
  std::size_t lists = 0;
  // The first alternative of a group is the typed word itself, if the pack has it.
  for (std::size_t number = 0; number < longest; ++number) {
    for (PlannedGroup& group : groups) {
      if (number >= group.alternatives.size()) continue;
      const std::uint64_t cost = cost_of(group.alternatives[number]);
      if (cost <= left && lists < kMostLists) {
        left -= cost;
        ++lists;
      } else {
        group.alternatives.resize(number);
      }
    }
  }
}

}  // namespace landkaart::inline v0
