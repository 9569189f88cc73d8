// SPDX-License-Identifier: EUPL-1.2
//
// Problem. A query word such as "gemeente" has a posting list with half of all documents, and a
// query can expand to a hundred lists (inflections, synonyms, completions of a prefix, corrections
// of a typing error). Only the ten best documents are shown. Scoring every posting of every list
// would decode millions of postings for ten answers.
//
// Idea. MaxScore (Turtle and Flood, 1995): once ten documents are known, the lowest of their scores
// is a cutoff. Sort the lists by their upper bound, the highest score that a list can give. Lists
// whose bounds together stay below the cutoff are not essential: a document that occurs in no other
// list cannot be among the best. So candidates come from the essential lists only, and blocks of
// these lists whose bound is too low are skipped. The other lists are asked about candidates alone,
// the list with the highest bound first, and only while the candidate can still exceed the cutoff.
//
// Bounds per block of 128 postings instead of per list (Ding and Suel, 2011) are much lower. Here
// the documents are divided into windows of 4096. Each list has one bound for each window, the
// maximum over its blocks that touch the window, and each window chooses its own essential lists. A
// window whose bound is not above the cutoff is skipped as a whole. The window with the highest
// bound is searched first, because a high cutoff makes all other windows cheap. (A query with a
// required word searches the windows in order, because it has few candidates. Its essential lists
// are those of one required word.)
//
// Two things differ from plain MaxScore. Lists form groups, one for each query word, and a group
// scores the best of its lists, not their sum: bounds of one group are combined by maximum. And the
// sum over the groups is multiplied by a factor for coverage (see coverage.h), so every comparison
// with the cutoff is between products: (bound of the sum) * (bound of the factor) > cutoff.
//
// Invariant. While a candidate is completed, `sum` and `coverage` are upper bounds of its true sum
// and factor: each group counts with its known score or with the highest bound of a list that was
// not asked yet. Asking a list only lowers them. When all lists are asked both are exact. So a
// candidate that is dropped has a score at or below the cutoff, and the cutoff never falls.
//
// The search ends because each window is searched at most once and each list moves only forward
// within a window; all lists are rewound once, after the most promising window.
//
// A hostile pack can state bounds below its scores. Documents are then missed, but no memory is
// accessed by a bound, so no assertion compares bounds from a file with scores. The index builder
// asserts that the bounds it writes are never below the scores (list_encoder.cpp).
#include "core/search/top_documents.h"

#include <algorithm>
#include <bit>
#include <cassert>

#include "core/search/candidate_window.h"
#include "core/search/coverage.h"
#include "core/search/essential_lists.h"
#include "core/search/window_bounds.h"

namespace landkaart::inline v0 {
namespace {

std::vector<double> rarities_of(const std::vector<ScoreGroup>& groups) {
  std::vector<double> rarities;
  rarities.reserve(groups.size());
  for (const ScoreGroup& group : groups) rarities.push_back(group.rarity);
  return rarities;
}

// One bit for each required group.
std::uint64_t required_groups(const std::vector<ScoreGroup>& groups) {
  std::uint64_t required = 0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (groups[g].required) required |= std::uint64_t{1} << g;
  }
  return required;
}

// The required group whose lists have the fewest postings; 0 when no group is required.
std::size_t smallest_required_group(const std::vector<ScoreGroup>& groups) {
  std::size_t smallest = 0;
  std::uint64_t fewest = ~std::uint64_t{0};
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (!groups[g].required) continue;
    std::uint64_t postings = 0;
    for (const ScoreListPointer& list : groups[g].lists) postings += list->size();
    if (postings >= fewest) continue;
    smallest = g;
    fewest = postings;
  }
  return smallest;
}

class Search {
 public:
  Search(ScoreLists& lists, std::uint32_t documents, std::size_t count, const Accepts& accepts,
         Pruning pruning)
      : lists_(lists),
        accepts_(accepts),
        pruning_(pruning),
        required_(required_groups(lists.groups)),
        leading_group_(smallest_required_group(lists.groups)),
        coverage_(rarities_of(lists.groups)),
        bounds_(lists, documents, coverage_),
        candidates_(lists.groups.size(), std::min(documents, kWindowDocuments)),
        best_(count) {}

  std::vector<ScoredDocument> run() {
    const std::uint32_t first = search_most_promising();
    for (std::uint32_t number = 0; number < bounds_.windows(); ++number) {
      if (number != first) search(number);
    }
    return best_.extract_sorted();
  }

 private:
  bool is_too_low(double bound) const { return bound <= cutoff_; }

  // Searches the window with the highest bound and returns its number, or windows() if there is no
  // such window. With required groups there are few candidates, so the order matters little.
  std::uint32_t search_most_promising() {
    const std::uint32_t none = bounds_.windows();
    if (pruning_ == Pruning::off || required_ != 0 || bounds_.windows() < 2) return none;
    std::uint32_t best = none;
    double highest = 0;
    for (std::uint32_t number = 0; number < bounds_.windows(); ++number) {
      bounds_.load(number, window_);
      if (window_.score_bound() <= highest) continue;
      highest = window_.score_bound();
      best = number;
    }
    if (best == none) return none;
    search(best);
    rewind();
    return best;
  }

  void rewind() {
    for (const ScoreGroup& group : lists_.groups) {
      for (const ScoreListPointer& list : group.lists) list->rewind();
    }
    for (const ScoreListPointer& list : lists_.excluded) list->rewind();
  }

  void search(std::uint32_t number) {
    bounds_.load(number, window_);
    if (window_.score_bound() <= 0 || is_too_low(window_.score_bound())) return;
    if (lists_.checkpoint) lists_.checkpoint();
    if (required_ != 0) {
      divide_by_group(window_, coverage_, leading_group_, essential_);
    } else {
      divide_by_bound(window_, coverage_, cutoff_, essential_);
    }
    read_essential_lists();
    candidates_.drain([&](std::uint32_t slot, Candidate& candidate) { complete(slot, candidate); });
  }

  void read_essential_lists() {
    for (std::size_t i = essential_.first; i < window_.lists.size(); ++i) {
      const BoundedList& list = window_.lists[i];
      const double assumed = essential_.assumed_bounds[list.group];
      list.list->accumulate(window_.begin, window_.end, needed_score(list.group),
                            candidates_.accumulator(list.group, assumed,
                                                    assumed == 0 ? coverage_.loss(list.group) : 0));
    }
  }

  // A document with this score or less in the group stays at or below the cutoff, even if it
  // reaches the bound of every other group.
  double needed_score(std::size_t group) const {
    if (pruning_ == Pruning::off) return 0;
    const double others = window_.sum_bound - window_.group_bounds[group];
    return std::max(0.0, cutoff_ / window_.coverage_bound - others * kRoundingMargin);
  }

  // Asks the lists that are not essential, until the candidate is known or cannot be good enough.
  void complete(std::uint32_t slot, Candidate& candidate) {
    double sum = candidate.surplus + essential_.assumed_sum;
    double coverage = candidate.coverage + essential_.assumed_coverage;
    if (is_too_low(sum * coverage) || is_excluded(window_.begin + slot)) return;
    for (std::size_t i = essential_.first; i > 0; --i) {
      const BoundedList& list = window_.lists[i - 1];
      const std::uint64_t group = std::uint64_t{1} << list.group;
      double& best = candidates_.score(list.group, slot);
      double score = (candidate.groups & group) != 0 ? best : 0;
      if (list.bound <= score) continue;
      if (const double found = list.list->score_of(window_.begin + slot); found > score) {
        best = score = found;
        candidate.groups |= group;
      }
      sum += std::max(score, list.remaining_bound) - list.bound;
      if (score == 0 && list.remaining_bound == 0) {
        if (lists_.groups[list.group].required) return;
        coverage -= coverage_.loss(list.group);
      }
      if (is_too_low(sum * coverage)) return;
    }
    offer(slot, candidate.groups);
  }

  // Offers a candidate whose score is known in all groups.
  void offer(std::uint32_t slot, std::uint64_t groups) {
    if ((required_ & ~groups) != 0) return;
    double sum = 0;
    for (std::uint64_t left = groups; left != 0; left &= left - 1) {
      sum += candidates_.score(static_cast<std::size_t>(std::countr_zero(left)), slot);
    }
    ScoredDocument scored{window_.begin + slot, sum * coverage_.factor(groups)};
    assert(scored.document < window_.end);
    if (is_too_low(scored.score)) return;
    if (lists_.prior) scored.score *= lists_.prior(scored.document);
    if (is_too_low(scored.score)) return;
    if (accepts_ && !accepts_(scored.document)) return;
    best_.offer(scored);
    if (pruning_ == Pruning::on) cutoff_ = best_.cutoff();
  }

  bool is_excluded(std::uint32_t document) {
    return std::ranges::any_of(
        lists_.excluded, [&](const ScoreListPointer& list) { return list->contains(document); });
  }

  ScoreLists& lists_;
  const Accepts& accepts_;
  const Pruning pruning_;
  const std::uint64_t required_;     // one bit for each required group
  const std::size_t leading_group_;  // only used when a group is required
  const Coverage coverage_;
  const WindowBounds bounds_;
  Window window_;             // the window that is searched
  EssentialLists essential_;  // of window_
  CandidateWindow candidates_;
  BestDocuments best_;
  double cutoff_ = -1;  // only a score above the cutoff can be among the best
};

}  // namespace

std::vector<ScoredDocument> top_documents(ScoreLists& lists, std::uint32_t documents,
                                          std::size_t count, const Accepts& accepts,
                                          Pruning pruning) {
  assert(lists.groups.size() <= kMostGroups);
  if (count == 0) return {};
  return Search(lists, documents, count, accepts, pruning).run();
}

}  // namespace landkaart::inline v0
