// SPDX-License-Identifier: EUPL-1.2
#include "core/search/top_documents.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

namespace landkaart {
namespace {

constexpr std::uint32_t kWindow = 2048;  // documents
using WindowBits = std::array<std::uint64_t, kWindow / 64>;

// Bounds and scores are added in different orders; this is more than that can matter.
constexpr double kRounding = 1 + 1e-9;

// The best so far; the worst of them is at the front.
class Best {
 public:
  explicit Best(std::size_t count) : count_(count) {}

  // What a document must exceed. Documents come in order, so that one that only equals it loses.
  double threshold() const { return best_.size() < count_ ? 0 : best_.front().score; }

  void offer(const ScoredDocument& document) {
    if (best_.size() == count_) {
      if (document.score <= best_.front().score) return;
      std::ranges::pop_heap(best_, better);
      best_.pop_back();
    }
    best_.push_back(document);
    std::ranges::push_heap(best_, better);
  }

  std::vector<ScoredDocument> take() {
    std::ranges::sort(best_, better);
    return std::move(best_);
  }

 private:
  static bool better(const ScoredDocument& a, const ScoredDocument& b) {
    return a.score != b.score ? a.score > b.score : a.document < b.document;
  }

  std::size_t count_;
  std::vector<ScoredDocument> best_;
};

struct BoundedList {
  ScoreList* list;
  std::size_t group;
  double bound = 0;  // in the window
  double below = 0;  // what its group may still reach without it, when it is not essential
};

class Search {
 public:
  Search(ScoreLists& lists, std::size_t count, const Accepts& accepts, Pruning pruning)
      : lists_(lists),
        accepts_(accepts),
        pruning_(pruning),
        best_(count),
        scores_(lists.groups.size() * kWindow),
        gains_(kWindow),
        found_(lists.groups.size()),
        group_bounds_(lists.groups.size()),
        rest_bounds_(lists.groups.size()),
        share_of_(lists.groups.size()) {
    for (std::size_t g = 0; g < lists.groups.size(); ++g) {
      for (const auto& list : lists.groups[g].lists) bounded_.push_back({list.get(), g});
      total_rarity_ += lists.groups[g].rarity;
      has_required_ |= lists.groups[g].required;
    }
    if (total_rarity_ <= 0) return;
    for (std::size_t g = 0; g < lists.groups.size(); ++g) {
      share_of_[g] = kShareForAllWords * lists.groups[g].rarity / total_rarity_;
    }
  }

  std::vector<ScoredDocument> run(std::uint32_t documents) {
    for (begin_ = 0; begin_ < documents; begin_ = end_) {
      end_ = std::min(begin_ + kWindow, documents);
      if (!bound_window()) continue;
      const std::size_t essential = has_required_ ? put_required_last() : put_essential_last();
      collect(essential);
      visit_candidates(essential);
    }
    return best_.take();
  }

 private:
  bool too_low(double bound) const { return bound <= limit_; }

  // False when no document of the window can be among the best.
  bool bound_window() {
    std::ranges::fill(group_bounds_, 0.0);
    for (BoundedList& list : bounded_) {
      list.bound = list.list->bound(begin_, end_);
      group_bounds_[list.group] = std::max(group_bounds_[list.group], list.bound);
    }
    window_bound_ = 0;
    for (std::size_t g = 0; g < group_bounds_.size(); ++g) {
      if (lists_.groups[g].required && group_bounds_[g] == 0) return false;
      window_bound_ += group_bounds_[g];
    }
    window_share_ = share_without(group_bounds_);
    return window_bound_ > 0 && !too_low(window_bound_ * window_share_);
  }

  // What the sum of a document counts for that has nothing in the groups where `bounds` are 0.
  double share_without(std::span<const double> bounds) const {
    double share = 1;
    for (std::size_t g = 0; g < bounds.size(); ++g) {
      if (bounds[g] == 0) share -= share_of_[g];
    }
    return share;
  }

  // Sorts the lists so that the essential ones stand last; gives where those begin. Any document
  // outside of them is at most as good as the worst of the best.
  std::size_t put_essential_last() {
    std::ranges::fill(rest_bounds_, 0.0);
    if (pruning_ == Pruning::off) return 0;
    std::ranges::sort(bounded_, {}, &BoundedList::bound);
    double sum = 0;
    std::size_t first = 0;
    for (; first < bounded_.size(); ++first) {
      const BoundedList& list = bounded_[first];
      const double below = rest_bounds_[list.group];
      const double with_list = sum + list.bound - below;
      rest_bounds_[list.group] = list.bound;
      if (list.bound > 0 && !too_low(with_list * share_without(rest_bounds_))) {
        rest_bounds_[list.group] = below;
        break;
      }
      sum = with_list;
      bounded_[first].below = below;
    }
    return first;
  }

  // The required group that brings the fewest candidates is essential, the rest is asked.
  std::size_t put_required_last() {
    std::size_t lead = 0;
    std::uint64_t fewest = ~std::uint64_t{0};
    for (std::size_t g = 0; g < lists_.groups.size(); ++g) {
      if (!lists_.groups[g].required) continue;
      std::uint64_t size = 0;
      for (const auto& list : lists_.groups[g].lists) size += list->size();
      if (size < fewest) lead = g;
      fewest = std::min(fewest, size);
    }
    std::ranges::sort(bounded_, {}, &BoundedList::bound);
    const auto essential =
        std::stable_partition(bounded_.begin(), bounded_.end(),
                              [&](const BoundedList& list) { return list.group != lead; });
    rest_bounds_ = group_bounds_;
    rest_bounds_[lead] = 0;
    for (auto list = bounded_.begin(); list != essential; ++list) {
      const bool alone = lists_.groups[list->group].lists.size() == 1;
      list->below = alone ? 0 : group_bounds_[list->group];
    }
    return static_cast<std::size_t>(essential - bounded_.begin());
  }

  void collect(std::size_t essential) {
    candidates_.fill(0);
    collected_.clear();
    for (std::size_t i = essential; i < bounded_.size(); ++i) {
      const BoundedList& list = bounded_[i];
      if (list.bound == 0) continue;
      list.list->collect(begin_, end_, floor_of(list.group),
                         {scores_.data() + list.group * kWindow, gains_.data(),
                          rest_bounds_[list.group], candidates_.data()});
      if (std::ranges::find(collected_, list.group) == collected_.end()) {
        collected_.push_back(list.group);
      }
    }
  }

  // A document with no more than this in a group is not among the best, whatever else it has.
  double floor_of(std::size_t group) const {
    if (pruning_ == Pruning::off) return 0;
    const double others = window_bound_ - group_bounds_[group];
    return std::max(0.0, limit_ / window_share_ - others * kRounding);
  }

  void visit_candidates(std::size_t essential) {
    double expected = 0;
    for (const double bound : rest_bounds_) expected += bound;
    for (std::uint32_t word = 0; word < candidates_.size(); ++word) {
      for (std::uint64_t bits = candidates_[word]; bits != 0; bits &= bits - 1) {
        const auto slot = word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
        const double possible = expected + gains_[slot];
        if (!too_low(possible)) complete(slot, possible, essential);
        gains_[slot] = 0;
        for (const std::size_t group : collected_) scores_[group * kWindow + slot] = 0;
      }
    }
  }

  // Asks the other lists about a candidate as long as it may be good enough.
  void complete(std::uint32_t slot, double possible, std::size_t essential) {
    double share = window_share_;
    for (const std::size_t group : collected_) {
      if (rest_bounds_[group] == 0 && scores_[group * kWindow + slot] == 0) {
        share -= share_of_[group];
      }
    }
    if (too_low(possible * share)) return;
    for (std::size_t g = 0; g < found_.size(); ++g) found_[g] = scores_[g * kWindow + slot];
    for (std::size_t i = essential; i > 0 && bounded_[i - 1].bound > 0; --i) {
      if (too_low(possible * share)) return;
      const BoundedList& list = bounded_[i - 1];
      double& score = found_[list.group];
      if (list.bound <= score) continue;
      score = std::max(score, list.list->score_of(begin_ + slot));
      possible += std::max(score, list.below) - list.bound;
      if (score > 0 || list.below > 0) continue;
      if (lists_.groups[list.group].required) return;
      share -= share_of_[list.group];
    }
    offer(begin_ + slot, found_);
  }

  void offer(std::uint32_t document, std::span<const double> scores) {
    double sum = 0;
    double rarity = 0;
    for (std::size_t g = 0; g < scores.size(); ++g) {
      if (lists_.groups[g].required && scores[g] == 0) return;
      sum += scores[g];
      if (scores[g] > 0) rarity += lists_.groups[g].rarity;
    }
    const double share = total_rarity_ > 0 ? rarity / total_rarity_ : 1;
    ScoredDocument scored{document, sum * (1 - kShareForAllWords * (1 - share))};
    if (too_low(scored.score)) return;
    if (lists_.prior) scored.score *= lists_.prior(document);
    if (too_low(scored.score) || is_excluded(document)) return;
    if (accepts_ && !accepts_(document)) return;
    best_.offer(scored);
    if (pruning_ == Pruning::on && best_.threshold() > 0) limit_ = best_.threshold() / kRounding;
  }

  bool is_excluded(std::uint32_t document) {
    return std::ranges::any_of(lists_.excluded, [&](const ScoreListPointer& list) {
      return list->seek(document) == document;
    });
  }

  ScoreLists& lists_;
  const Accepts& accepts_;
  Pruning pruning_;
  Best best_;
  double limit_ = -1;  // what a sum must exceed
  std::vector<BoundedList> bounded_;
  // For each document of the window; all 0 between windows.
  std::vector<double> scores_;  // by group, and in it by document
  std::vector<double> gains_;   // beyond what rest_bounds_ expects
  WindowBits candidates_{};
  std::vector<std::size_t> collected_;  // the groups that are in scores_
  std::vector<double> found_;           // of one candidate, by group
  std::vector<double> group_bounds_;
  std::vector<double> rest_bounds_;  // of the lists that are not essential, by group
  std::vector<double> share_of_;     // what a document loses that has nothing in a group
  double window_bound_ = 0;          // of all groups together
  double window_share_ = 1;          // of a document that has all groups that the window has
  double total_rarity_ = 0;
  bool has_required_ = false;
  std::uint32_t begin_ = 0, end_ = 0;
};

}  // namespace

std::uint64_t postings_read(const ScoreLists& lists) {
  std::uint64_t read = 0;
  for (const ScoreGroup& group : lists.groups) {
    for (const auto& list : group.lists) read += list->postings_read();
  }
  for (const auto& list : lists.excluded) read += list->postings_read();
  return read;
}

std::vector<ScoredDocument> top_documents(ScoreLists& lists, std::uint32_t documents,
                                          std::size_t count, const Accepts& accepts,
                                          Pruning pruning) {
  if (count == 0) return {};
  return Search(lists, count, accepts, pruning).run(documents);
}

void visit_matches(ScoreLists lists, std::uint32_t documents, const Accepts& accepts,
                   const std::function<void(std::uint32_t document)>& visit) {
  std::array<double, kWindow> scores{}, gains{};  // nobody reads them
  constexpr double kAll = 0;  // a document that has the word has a score above it
  const bool has_required = std::ranges::any_of(lists.groups, &ScoreGroup::required);
  for (std::uint32_t begin = 0; begin < documents; begin += kWindow) {
    const std::uint32_t end = std::min(begin + kWindow, documents);
    WindowBits matches{};
    if (has_required) matches.fill(~std::uint64_t{0});
    for (const ScoreGroup& group : lists.groups) {
      if (has_required && !group.required) continue;
      WindowBits found{};
      for (const auto& list : group.lists)
        list->collect(begin, end, kAll, {scores.data(), gains.data(), 0, found.data()});
      for (std::size_t i = 0; i < matches.size(); ++i) {
        matches[i] = has_required ? matches[i] & found[i] : matches[i] | found[i];
      }
    }
    WindowBits excluded{};
    for (const auto& list : lists.excluded) {
      list->collect(begin, end, kAll, {scores.data(), gains.data(), 0, excluded.data()});
    }
    for (std::uint32_t word = 0; word < matches.size(); ++word) {
      for (std::uint64_t bits = matches[word] & ~excluded[word]; bits != 0; bits &= bits - 1) {
        const auto slot = word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
        if (!accepts || accepts(begin + slot)) visit(begin + slot);
      }
    }
  }
}

}  // namespace landkaart
