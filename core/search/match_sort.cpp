// SPDX-License-Identifier: EUPL-1.2
#include "landkaart/match_sort.h"

namespace landkaart::inline v0 {

std::string_view name(MatchSort sort) noexcept {
  switch (sort) {
    case MatchSort::typed: return "typed";
    case MatchSort::part: return "part";
    case MatchSort::split: return "split";
    case MatchSort::joined: return "joined";
    case MatchSort::synonym: return "synonym";
    case MatchSort::related: return "related";
    case MatchSort::prefix: return "prefix";
    case MatchSort::spelling: return "spelling";
    case MatchSort::phrase: return "phrase";
    case MatchSort::title: return "title";
    case MatchSort::passage: return "passage";
  }
  return {};
}

}  // namespace landkaart::inline v0
