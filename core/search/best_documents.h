// SPDX-License-Identifier: EUPL-1.2
// BestDocuments keeps a fixed number of documents, those with the highest scores among all that are
// offered, in a binary heap.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace landkaart::inline v0 {

struct ScoredDocument {
  std::uint32_t document = 0;
  double score = 0;

  bool operator==(const ScoredDocument&) const = default;
};

// Bounds and scores are sums of the same numbers in different orders. The margin is larger than the
// relative rounding error of such sums, which have at most 64 terms.
inline constexpr double kRoundingMargin = 1 + 1e-9;

// A higher score is better; of two equal scores the one with the lower document number is better.
class BestDocuments {
 public:
  // Keeps at most `count` documents; `count` is at least 1.
  explicit BestDocuments(std::size_t count) : count_(count) {}

  // A document needs a score above the cutoff to be kept. -1 while fewer than `count` documents are
  // kept; else the lowest kept score divided by kRoundingMargin. The margin keeps a document with
  // an equal score and a lower number, which may be offered later, and covers rounding errors.
  double cutoff() const;

  void offer(const ScoredDocument& document);

  // The kept documents, best first. Empties the heap.
  std::vector<ScoredDocument> extract_sorted();

 private:
  std::size_t count_;
  std::vector<ScoredDocument> heap_;  // the worst kept document is at the front
};

}  // namespace landkaart::inline v0
