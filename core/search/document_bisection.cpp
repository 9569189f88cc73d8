// SPDX-License-Identifier: EUPL-1.2
//
// Problem. A posting list stores the gaps between the numbers of the documents that have a lemma.
// If documents on one subject have neighbouring numbers, most gaps are small and take few bits;
// blocks then also have tight score bounds, and similar bodies compress better together. Finding
// the best numbering is NP-hard.
//
// Idea. Recursive graph bisection (Dhulipala, Kabiljo, Karrer, Ottaviano, Pupyrev and Shalita,
// 2016; Mackenzie, Mallia, Petri, Culpepper and Suel, 2019). Divide the documents into two halves.
// For a lemma that is in d of n documents of a half, the gaps take about d * log2(n / (d + 1)) bits
// there. Moving a document to the other half changes that cost for each of its lemmas; the sum is
// the gain of the move. Sort both halves by gain, highest first, and swap the first of one half
// with the first of the other, the second with the second, and so on, while a swap has a positive
// gain in total. Repeat up to 8 times, because each swap changes the gains of the others. Then
// divide each half in the same way, down to ranges of fewer than 24 documents.
//
// Invariants. Swapping keeps the halves at equal size (the left one may have one document fewer)
// and keeps the range a permutation of its documents. `degrees_` counts, for each lemma, the
// documents of either half that have it; all counts are 0 before and after each round, so that a
// range costs time for its own lemmas only.
//
// It ends because each level halves the ranges and each division takes at most 8 rounds. Gains are
// integers and ties are broken by item number, so that the result does not depend on the machine.
// The ranges of a level are disjoint, so that threads can divide them at the same time.
#include "core/search/document_bisection.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <span>

#include "core/base/parallel.h"
#include "core/search/integer_log2.h"

namespace landkaart::inline v0 {
namespace {

// Lemmas in fewer than 4 documents or in more than 1/4 of all documents do not count, because they
// do not tell where a document belongs.
constexpr std::uint32_t kLeastDocuments = 4;
constexpr std::uint32_t kCommonLemmaDivisor = 4;
constexpr std::size_t kSmallestRange = 24;  // a range of fewer documents is not divided
constexpr unsigned kRounds = 8;             // of swapping, at most, for each division
// The first 5 divisions go level by level, each range of a level on its own thread. The 32 ranges
// that result are then divided to the end, each on its own thread.
constexpr unsigned kSharedLevels = 5;

// For one lemma: the number of documents with it in each half, and the bits saved by moving one of
// them to the other half.
struct Degrees {
  std::uint32_t left = 0, right = 0;
  std::int32_t gain_left = 0;   // by a move from the left half to the right half
  std::int32_t gain_right = 0;  // by a move from the right half to the left half
};

class Bisection {
 public:
  explicit Bisection(const ForwardLists& lists, const Log2Table& log2)
      : lists_(lists), log2_(log2), degrees_(lists.lemma_count), gains_(lists.begins.size() - 1) {}

  // Swaps documents between the halves until no swap has a gain, at most kRounds times.
  void divide(std::span<std::uint32_t> items) {
    const auto left = items.first(items.size() / 2);
    const auto right = items.subspan(left.size());
    for (unsigned round = 0; round < kRounds; ++round) {
      count(left, right);
      const bool swapped = swap(left, right);
      for (const std::uint32_t lemma : touched_) degrees_[lemma] = {};
      if (!swapped) break;
    }
  }

  // Divides the range, and each half in turn, down to kSmallestRange.
  void divide_wholly(std::span<std::uint32_t> items) {
    if (items.size() < kSmallestRange) return;
    divide(items);
    divide_wholly(items.first(items.size() / 2));
    divide_wholly(items.subspan(items.size() / 2));
  }

 private:
  std::span<const std::uint32_t> lemmas(std::uint32_t item) const {
    return std::span(lists_.lemmas)
        .subspan(lists_.begins[item], lists_.begins[item + 1] - lists_.begins[item]);
  }

  // Number of bits, times 2^kLog2FractionBits, that the gaps of a lemma take which is in
  // `documents` documents of a half. `log_of` is log2 of the size of the half.
  std::int64_t cost(std::uint32_t documents, std::int32_t log_of) const {
    return std::int64_t{documents} * (log_of - log2_(documents + 1));
  }

  // For each lemma, counts the documents of each half that have it. Then computes gain_left and
  // gain_right: the bits that the lemma saves when one of its documents moves to the other half.
  void count(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right) {
    touched_.clear();
    assert(right.size() - left.size() <= 1);
    const auto add = [&](std::span<const std::uint32_t> items, std::uint32_t Degrees::*side) {
      for (const std::uint32_t item : items) {
        for (const std::uint32_t lemma : lemmas(item)) {
          Degrees& degrees = degrees_[lemma];
          if (degrees.left + degrees.right == 0) touched_.push_back(lemma);
          ++(degrees.*side);
        }
      }
    };
    add(left, &Degrees::left);
    add(right, &Degrees::right);
    const std::int32_t log_left = log2_(static_cast<std::uint32_t>(left.size()));
    const std::int32_t log_right = log2_(static_cast<std::uint32_t>(right.size()));
    for (const std::uint32_t lemma : touched_) {
      Degrees& d = degrees_[lemma];
      const std::int64_t now = cost(d.left, log_left) + cost(d.right, log_right);
      if (d.left > 0) {
        d.gain_left = static_cast<std::int32_t>(now - cost(d.left - 1, log_left) -
                                                cost(d.right + 1, log_right));
      }
      if (d.right > 0) {
        d.gain_right = static_cast<std::int32_t>(now - cost(d.left + 1, log_left) -
                                                 cost(d.right - 1, log_right));
      }
    }
  }

  // Sorts items by the gain of moving them, the highest first.
  void sort_by_gain(std::span<std::uint32_t> items, std::int32_t Degrees::*gain) {
    for (const std::uint32_t item : items) {
      std::int64_t sum = 0;
      for (const std::uint32_t lemma : lemmas(item)) sum += degrees_[lemma].*gain;
      gains_[item] = sum;
    }
    std::ranges::sort(items, [&](std::uint32_t a, std::uint32_t b) {
      return gains_[a] != gains_[b] ? gains_[a] > gains_[b] : a < b;
    });
  }

  // Swaps pairs while the pair has a gain. Returns false when no pair was swapped.
  bool swap(std::span<std::uint32_t> left, std::span<std::uint32_t> right) {
    sort_by_gain(left, &Degrees::gain_left);
    sort_by_gain(right, &Degrees::gain_right);
    std::size_t i = 0;
    for (; i < left.size() && gains_[left[i]] + gains_[right[i]] > 0; ++i) {
      std::swap(left[i], right[i]);
    }
    return i > 0;
  }

  const ForwardLists& lists_;
  const Log2Table& log2_;
  std::vector<Degrees> degrees_;        // by lemma; all 0 between two rounds
  std::vector<std::int64_t> gains_;     // by item: the gain of moving the item to the other half
  std::vector<std::uint32_t> touched_;  // lemmas of the range, each once
};

}  // namespace

ForwardLists forward_lists(const FormTable& table, std::uint32_t items) {
  std::vector<std::vector<std::uint32_t>> lemmas_of(items);
  std::uint32_t lemma = 0;
  for (const LemmaRecord& record : table.lemmas) {
    std::vector<std::uint32_t> holders;
    for (const std::uint32_t form : record.forms) {
      for (const auto* part : table.forms[form].occurrences) {
        for (const Occurrence& found : *part) {
          if (holders.empty() || holders.back() != found.document) {
            holders.push_back(found.document);
          }
        }
      }
    }
    if (record.forms.size() > 1) std::ranges::sort(holders);
    holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
    if (holders.size() < kLeastDocuments || holders.size() > items / kCommonLemmaDivisor) continue;
    for (const std::uint32_t item : holders) lemmas_of[item].push_back(lemma);
    ++lemma;
  }
  ForwardLists lists;
  lists.lemma_count = lemma;
  for (const auto& lemmas : lemmas_of) {
    lists.begins.push_back(static_cast<std::uint32_t>(lists.lemmas.size()));
    lists.lemmas.insert(lists.lemmas.end(), lemmas.begin(), lemmas.end());
  }
  lists.begins.push_back(static_cast<std::uint32_t>(lists.lemmas.size()));
  return lists;
}

std::vector<std::uint32_t> bisect_documents(const ForwardLists& lists, unsigned jobs) {
  std::vector<std::uint32_t> items(lists.begins.size() - 1);
  std::iota(items.begin(), items.end(), 0u);
  const Log2Table log2;
  std::vector<std::span<std::uint32_t>> ranges = {items};
  for (unsigned level = 0; level < kSharedLevels; ++level) {
    parallel_for(ranges.size(), jobs, [&](std::size_t i) {
      if (ranges[i].size() >= kSmallestRange) Bisection(lists, log2).divide(ranges[i]);
    });
    std::vector<std::span<std::uint32_t>> halves;
    for (const auto& range : ranges) {
      halves.push_back(range.first(range.size() / 2));
      halves.push_back(range.subspan(range.size() / 2));
    }
    ranges = std::move(halves);
  }
  parallel_for(ranges.size(), jobs,
               [&](std::size_t i) { Bisection(lists, log2).divide_wholly(ranges[i]); });
  return items;
}

}  // namespace landkaart::inline v0
