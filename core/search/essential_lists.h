// SPDX-License-Identifier: EUPL-1.2
// Divides the lists of a window into essential lists, whose postings are all read, and the others,
// which are only asked about the documents that the essential lists found (MaxScore; Turtle and
// Flood, 1995).
#pragma once

#include <cstddef>
#include <vector>

#include "core/search/coverage.h"
#include "core/search/window_bounds.h"

namespace landkaart::inline v0 {

struct EssentialLists {
  std::size_t first = 0;  // the lists from here to the end of Window::lists are essential
  // By group: the greatest bound of its lists that are not essential; 0 if there is none. Before
  // these lists are asked, every document is assumed to reach it.
  std::vector<double> assumed_bounds;
  double assumed_sum = 0;       // sum of assumed_bounds
  double assumed_coverage = 0;  // coverage bound of a document with only those groups
};

// Sorts the lists by bound and makes as many as possible of the lowest not essential. Afterwards a
// document that is in no essential list cannot score above `cutoff`:
// assumed_sum * assumed_coverage <= cutoff, unless all lists are essential.
void divide_by_bound(Window& window, const Coverage& coverage, double cutoff,
                     EssentialLists& essential);

// Makes the lists of one required group essential: a document without the group does not match.
// Sorts the other lists by bound.
void divide_by_group(Window& window, const Coverage& coverage, std::size_t group,
                     EssentialLists& essential);

}  // namespace landkaart::inline v0
