// SPDX-License-Identifier: EUPL-1.2
#include "core/search/best_documents.h"

#include <algorithm>
#include <utility>

namespace landkaart::inline v0 {
namespace {

bool is_better(const ScoredDocument& a, const ScoredDocument& b) {
  return a.score != b.score ? a.score > b.score : a.document < b.document;
}

}  // namespace

double BestDocuments::cutoff() const {
  return heap_.size() < count_ ? -1 : heap_.front().score / kRoundingMargin;
}

void BestDocuments::offer(const ScoredDocument& document) {
  if (heap_.size() == count_) {
    if (!is_better(document, heap_.front())) return;
    std::ranges::pop_heap(heap_, is_better);
    heap_.pop_back();
  }
  heap_.push_back(document);
  std::ranges::push_heap(heap_, is_better);
}

std::vector<ScoredDocument> BestDocuments::extract_sorted() {
  std::ranges::sort(heap_, is_better);
  return std::exchange(heap_, {});
}

}  // namespace landkaart::inline v0
