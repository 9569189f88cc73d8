// SPDX-License-Identifier: EUPL-1.2
// WindowBounds holds an upper bound of the scores of each posting list in each window of 4096
// documents.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/search/coverage.h"
#include "core/search/score_lists.h"

namespace landkaart::inline v0 {

// A posting list of which a block reaches into the window.
struct BoundedList {
  ScoreList* list = nullptr;
  std::size_t group = 0;  // the group of the list: the lists of one word of the query
  double bound = 0;       // no score of the list in the window is higher
  // Set for a list that is not essential: the greatest bound of the lists of the same group that
  // come before this list in Window::lists; 0 if there is none. When this list has no score for a
  // document, the score of the group is at most this bound.
  double remaining_bound = 0;
};

// The lists of one window and their bounds.
struct Window {
  std::uint32_t begin = 0, end = 0;  // documents [begin, end)
  std::vector<BoundedList> lists;
  std::vector<double> group_bounds;  // by group: the greatest bound of its lists; 0 without lists
  double sum_bound = 0;              // sum of group_bounds
  double coverage_bound = 1;         // coverage of a document with all groups that have a bound
  bool lacks_required_group = false;

  // No document of the window has a higher score; 0 when no document matches.
  double score_bound() const { return lacks_required_group ? 0 : sum_bound * coverage_bound; }
};

class WindowBounds {
 public:
  // Reads the skip entries of each list, or its only block. `lists` and `coverage` must outlive the
  // object. Throws Error, and what the checkpoint throws.
  WindowBounds(const ScoreLists& lists, std::uint32_t documents, const Coverage& coverage);

  std::uint32_t windows() const { return windows_; }

  // Replaces the content of `window` by that of window `number`; reuses its memory.
  void load(std::uint32_t number, Window& window) const;

 private:
  const ScoreLists& lists_;
  std::uint32_t documents_, windows_;
  const Coverage& coverage_;
  std::vector<double> bounds_;  // by list in the order of the groups, then by window
};

}  // namespace landkaart::inline v0
