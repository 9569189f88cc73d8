// SPDX-License-Identifier: EUPL-1.2
// Divides the posting lists that have documents in a window into essential lists and others. A
// search finds its candidates in the essential lists, and skips blocks of them whose bound is too
// low. It asks the other lists only for their scores of these candidates (MaxScore; Turtle and
// Flood, 1995).
#pragma once

#include <cstddef>
#include <vector>

#include "core/search/coverage.h"
#include "core/search/window_bounds.h"

namespace landkaart::inline v0 {

struct EssentialLists {
  std::size_t first = 0;  // the lists from here to the end of Window::lists are essential
  // By group (the lists of one word of the query): the greatest bound of its lists that are not
  // essential; 0 if all are. Before these lists are asked, each document is assumed to reach it.
  std::vector<double> assumed_bounds;
  double assumed_sum = 0;       // sum of assumed_bounds
  double assumed_coverage = 0;  // coverage bound of a document with only those groups
};

// Sorts the lists by their upper bound and makes all lists essential except as many of the lowest
// as possible. A document that is in no essential list then has a score of at most assumed_sum *
// assumed_coverage, which is at most `cutoff` unless all lists are essential.
void divide_by_bound(Window& window, const Coverage& coverage, double cutoff,
                     EssentialLists& essential);

// Makes the lists of one required group essential, because a document without the group does not
// match. Sorts the other lists by bound.
void divide_by_group(Window& window, const Coverage& coverage, std::size_t group,
                     EssentialLists& essential);

}  // namespace landkaart::inline v0
