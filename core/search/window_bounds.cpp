// SPDX-License-Identifier: EUPL-1.2
#include "core/search/window_bounds.h"

#include <algorithm>
#include <span>

#include "core/search/window_bits.h"

namespace landkaart::inline v0 {

WindowBounds::WindowBounds(const ScoreLists& lists, std::uint32_t documents,
                           const Coverage& coverage)
    : lists_(lists),
      documents_(documents),
      windows_((documents + kWindowDocuments - 1) / kWindowDocuments),
      coverage_(coverage) {
  std::size_t count = 0;
  for (const ScoreGroup& group : lists.groups) count += group.lists.size();
  bounds_.resize(count * windows_);
  std::size_t row = 0;
  for (const ScoreGroup& group : lists.groups) {
    for (const ScoreListPointer& list : group.lists) {
      if (lists.checkpoint) lists.checkpoint();
      list->compute_bounds(kWindowDocuments, std::span(bounds_).subspan(row, windows_));
      row += windows_;
    }
  }
}

void WindowBounds::load(std::uint32_t number, Window& window) const {
  window.begin = number * kWindowDocuments;
  window.end = std::min(window.begin + kWindowDocuments, documents_);
  window.lists.clear();
  window.group_bounds.assign(lists_.groups.size(), 0.0);
  window.sum_bound = 0;
  window.lacks_required_group = false;
  std::size_t at = number;
  for (std::size_t g = 0; g < lists_.groups.size(); ++g) {
    const ScoreGroup& group = lists_.groups[g];
    for (const ScoreListPointer& list : group.lists) {
      const double bound = bounds_[at];
      at += windows_;
      if (bound > 0) window.lists.push_back({list.get(), g, bound});
      window.group_bounds[g] = std::max(window.group_bounds[g], bound);
    }
    window.sum_bound += window.group_bounds[g];
    if (group.required && window.group_bounds[g] == 0) window.lacks_required_group = true;
  }
  window.coverage_bound = coverage_.bound(window.group_bounds);
}

}  // namespace landkaart::inline v0
