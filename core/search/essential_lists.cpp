// SPDX-License-Identifier: EUPL-1.2
#include "core/search/essential_lists.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace landkaart::inline v0 {
namespace {

void add_up(const Coverage& coverage, EssentialLists& essential) {
  essential.assumed_sum =
      std::accumulate(essential.assumed_bounds.begin(), essential.assumed_bounds.end(), 0.0);
  essential.assumed_coverage = coverage.bound(essential.assumed_bounds);
}

}  // namespace

void divide_by_bound(Window& window, const Coverage& coverage, double cutoff,
                     EssentialLists& essential) {
  std::vector<double>& assumed = essential.assumed_bounds;
  assumed.assign(window.group_bounds.size(), 0.0);
  std::ranges::sort(window.lists, {}, &BoundedList::bound);
  double sum = 0;
  std::size_t first = 0;
  for (; first < window.lists.size(); ++first) {
    BoundedList& list = window.lists[first];
    const double remaining = std::exchange(assumed[list.group], list.bound);
    const double with_list = sum + list.bound - remaining;
    if (with_list * coverage.bound(assumed) > cutoff) {
      assumed[list.group] = remaining;
      break;
    }
    sum = with_list;
    list.remaining_bound = remaining;
  }
  essential.first = first;
  add_up(coverage, essential);
  assert(first == 0 || sum * essential.assumed_coverage <= cutoff);
}

void divide_by_group(Window& window, const Coverage& coverage, std::size_t group,
                     EssentialLists& essential) {
  std::vector<double>& assumed = essential.assumed_bounds;
  assumed.assign(window.group_bounds.size(), 0.0);
  std::ranges::sort(window.lists, {}, &BoundedList::bound);
  const auto first =
      std::stable_partition(window.lists.begin(), window.lists.end(),
                            [&](const BoundedList& list) { return list.group != group; });
  for (auto list = window.lists.begin(); list != first; ++list) {
    list->remaining_bound = std::exchange(assumed[list->group], list->bound);
  }
  essential.first = static_cast<std::size_t>(first - window.lists.begin());
  add_up(coverage, essential);
}

}  // namespace landkaart::inline v0
