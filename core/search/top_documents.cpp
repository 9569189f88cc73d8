// SPDX-License-Identifier: EUPL-1.2
#include "core/search/top_documents.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <span>
#include <utility>

namespace landkaart::inline v0 {
namespace {

constexpr std::uint32_t kWindow = 4096;  // documents
using WindowBits = std::array<std::uint64_t, kWindow / 64>;

// Bounds and scores are added in different orders; this is more than that can matter.
constexpr double kRounding = 1 + 1e-9;

// The best so far; the worst of them is at the front.
class Best {
 public:
  explicit Best(std::size_t count) : count_(count) {}

  // What a document must at least have.
  double threshold() const { return best_.size() < count_ ? 0 : best_.front().score; }

  void offer(const ScoredDocument& document) {
    if (best_.size() == count_) {
      if (!better(document, best_.front())) return;
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

struct GroupList {
  ScoreList* list;
  std::size_t group;
};

// A list that has something in the window that is searched.
struct BoundedList {
  ScoreList* list;
  std::size_t group;
  double bound;
  double below = 0;  // what its group may still reach without it, when it is not essential
};

class Search {
 public:
  Search(ScoreLists& lists, std::uint32_t documents, std::size_t count, const Accepts& accepts,
         Pruning pruning)
      : lists_(lists),
        documents_(documents),
        windows_((documents + kWindow - 1) / kWindow),
        accepts_(accepts),
        pruning_(pruning),
        best_(count),
        scores_(std::make_unique_for_overwrite<double[]>(lists.groups.size() * kWindow)),
        candidates_(std::min(documents, kWindow)),
        group_bounds_(lists.groups.size()),
        rest_bounds_(lists.groups.size()),
        share_of_(lists.groups.size()) {
    for (std::size_t g = 0; g < lists.groups.size(); ++g) {
      for (const auto& list : lists.groups[g].lists) all_lists_.push_back({list.get(), g});
      total_rarity_ += lists.groups[g].rarity;
      if (lists.groups[g].required) required_ |= std::uint64_t{1} << g;
    }
    bound_lists();
    if (total_rarity_ <= 0) return;
    for (std::size_t g = 0; g < lists.groups.size(); ++g) {
      share_of_[g] = kShareForAllWords * lists.groups[g].rarity / total_rarity_;
    }
  }

  std::vector<ScoredDocument> run() {
    const std::uint32_t first = search_most_promising();
    for (std::uint32_t window = 0; window < windows_; ++window) {
      if (window != first) search(window);
    }
    return best_.take();
  }

 private:
  bool too_low(double bound) const { return bound <= limit_; }

  void bound_lists() {
    bounds_.resize(all_lists_.size() * windows_);
    for (std::size_t i = 0; i < all_lists_.size(); ++i) {
      if (lists_.checkpoint) lists_.checkpoint();
      all_lists_[i].list->bound(kWindow, std::span(bounds_).subspan(i * windows_, windows_));
    }
  }

  // The window with the greatest bound is searched before all others, so that these have a limit
  // from the beginning. Not for required words: they leave few candidates anyway.
  std::uint32_t search_most_promising() {
    if (pruning_ == Pruning::off || required_ != 0 || windows_ < 2) return windows_;
    std::uint32_t best = windows_;
    double most = 0;
    for (std::uint32_t window = 0; window < windows_; ++window) {
      bound_window(window);
      const double bound = window_bound_ * window_share_;
      if (bound <= most) continue;
      most = bound;
      best = window;
    }
    if (best == windows_) return best;
    search(best);
    for (const GroupList& each : all_lists_) each.list->rewind();
    for (const ScoreListPointer& list : lists_.excluded) list->rewind();
    return best;
  }

  void search(std::uint32_t window) {
    if (!bound_window(window)) return;
    if (lists_.checkpoint) lists_.checkpoint();
    begin_ = window * kWindow;
    end_ = std::min(begin_ + kWindow, documents_);
    const std::size_t essential = required_ != 0 ? put_required_last() : put_essential_last();
    collect(essential);
    visit_candidates(essential);
  }

  // False when no document of the window can be among the best.
  bool bound_window(std::uint32_t window) {
    std::ranges::fill(group_bounds_, 0.0);
    bounded_.clear();
    for (std::size_t i = 0; i < all_lists_.size(); ++i) {
      const auto [list, group] = all_lists_[i];
      const double bound = bounds_[i * windows_ + window];
      if (bound > 0) bounded_.push_back({list, group, bound});
      group_bounds_[group] = std::max(group_bounds_[group], bound);
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
      if (!too_low(with_list * share_without(rest_bounds_))) {
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
    std::ranges::fill(rest_bounds_, 0.0);
    for (auto list = bounded_.begin(); list != essential; ++list) {
      list->below = std::exchange(rest_bounds_[list->group], list->bound);
    }
    return static_cast<std::size_t>(essential - bounded_.begin());
  }

  void collect(std::size_t essential) {
    found_bits_.fill(0);
    for (std::size_t i = essential; i < bounded_.size(); ++i) {
      const BoundedList& list = bounded_[i];
      const double expected = rest_bounds_[list.group];
      list.list->collect(
          begin_, end_, floor_of(list.group),
          {std::uint64_t{1} << list.group, scores_.get() + list.group * kWindow, candidates_.data(),
           found_bits_.data(), expected, expected == 0 ? share_of_[list.group] : 0});
    }
  }

  // A document with no more than this in a group is not among the best, whatever else it has.
  double floor_of(std::size_t group) const {
    if (pruning_ == Pruning::off) return 0;
    const double others = window_bound_ - group_bounds_[group];
    return std::max(0.0, limit_ / window_share_ - others * kRounding);
  }

  void visit_candidates(std::size_t essential) {
    const double expected = std::accumulate(rest_bounds_.begin(), rest_bounds_.end(), 0.0);
    const double share = share_without(rest_bounds_);
    for (std::uint32_t word = 0; word < found_bits_.size(); ++word) {
      for (std::uint64_t bits = found_bits_[word]; bits != 0; bits &= bits - 1) {
        const auto slot = word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
        Candidate& candidate = candidates_[slot];
        candidate.gain += expected;
        candidate.share += share;
        if (!too_low(candidate.gain * candidate.share)) complete(slot, candidate, essential);
        candidate = {};
      }
    }
  }

  // Asks the other lists about a candidate as long as it may be good enough.
  void complete(std::uint32_t slot, Candidate& candidate, std::size_t essential) {
    double possible = candidate.gain;
    double share = candidate.share;
    for (std::size_t i = essential; i > 0; --i) {
      const BoundedList& list = bounded_[i - 1];
      const std::uint64_t group = std::uint64_t{1} << list.group;
      double& found = scores_[list.group * kWindow + slot];
      double score = (candidate.groups & group) != 0 ? found : 0;
      if (list.bound <= score) continue;
      if (const double asked = list.list->score_of(begin_ + slot); asked > score) {
        found = score = asked;
        candidate.groups |= group;
      }
      possible += std::max(score, list.below) - list.bound;
      if (score == 0 && list.below == 0) {
        if (lists_.groups[list.group].required) return;
        share -= share_of_[list.group];
      }
      if (too_low(possible * share)) return;
    }
    offer(slot, candidate.groups);
  }

  void offer(std::uint32_t slot, std::uint64_t groups) {
    if ((required_ & ~groups) != 0) return;
    double sum = 0;
    double rarity = 0;
    for (std::uint64_t left = groups; left != 0; left &= left - 1) {
      const auto group = static_cast<std::size_t>(std::countr_zero(left));
      sum += scores_[group * kWindow + slot];
      rarity += lists_.groups[group].rarity;
    }
    const std::uint32_t document = begin_ + slot;
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
  std::uint32_t documents_, windows_;
  const Accepts& accepts_;
  Pruning pruning_;
  Best best_;
  double limit_ = -1;  // what a sum must exceed
  std::vector<GroupList> all_lists_;
  std::vector<BoundedList> bounded_;
  std::vector<double> bounds_;         // by list, and in it by window
  std::unique_ptr<double[]> scores_;   // by group, and in it by document of the window
  std::vector<Candidate> candidates_;  // by document of the window; nothing between windows
  WindowBits found_bits_{};
  std::vector<double> group_bounds_;
  std::vector<double> rest_bounds_;  // of the lists that are not essential, by group
  std::vector<double> share_of_;     // what a document loses that has nothing in a group
  double window_bound_ = 0;          // of all groups together
  double window_share_ = 1;          // of a document that has all groups that the window has
  double total_rarity_ = 0;
  std::uint64_t required_ = 0;  // groups, a bit each
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
  return Search(lists, documents, count, accepts, pruning).run();
}

void visit_matches(ScoreLists lists, std::uint32_t documents, const Accepts& accepts,
                   const std::function<void(std::uint32_t document)>& visit) {
  // Nobody reads these. They are not for the stack of a thread, which may be 128 KiB.
  std::vector<double> scores(kWindow);
  std::vector<Candidate> candidates(kWindow);
  constexpr double kAll = 0;  // a document that has the word has a score above it
  const bool has_required = std::ranges::any_of(lists.groups, &ScoreGroup::required);
  for (std::uint32_t begin = 0; begin < documents; begin += kWindow) {
    const std::uint32_t end = std::min(begin + kWindow, documents);
    if (lists.checkpoint) lists.checkpoint();
    WindowBits matches{};
    if (has_required) matches.fill(~std::uint64_t{0});
    for (const ScoreGroup& group : lists.groups) {
      if (has_required && !group.required) continue;
      WindowBits found{};
      for (const auto& list : group.lists)
        list->collect(begin, end, kAll, {0, scores.data(), candidates.data(), found.data()});
      for (std::size_t i = 0; i < matches.size(); ++i) {
        matches[i] = has_required ? matches[i] & found[i] : matches[i] | found[i];
      }
    }
    WindowBits excluded{};
    for (const auto& list : lists.excluded) {
      list->collect(begin, end, kAll, {0, scores.data(), candidates.data(), excluded.data()});
    }
    for (std::uint32_t word = 0; word < matches.size(); ++word) {
      for (std::uint64_t bits = matches[word] & ~excluded[word]; bits != 0; bits &= bits - 1) {
        const auto slot = word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
        if (!accepts || accepts(begin + slot)) visit(begin + slot);
      }
    }
  }
}

}  // namespace landkaart::inline v0
