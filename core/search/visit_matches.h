// SPDX-License-Identifier: EUPL-1.2
// visit_matches finds every document that matches a query, without its score, for totals and
// facets.
#pragma once

#include <cstdint>
#include <functional>

#include "core/search/score_lists.h"

namespace landkaart::inline v0 {

// Calls visit for every matching document, in ascending order. A document matches when it is in all
// required groups, or in any group when none is required; when no excluded list holds it; and when
// `accepts` accepts it. Uses the lists up. Throws Error, and what the functions throw.
void visit_matches(ScoreLists lists, std::uint32_t documents, const Accepts& accepts,
                   const std::function<void(std::uint32_t document)>& visit);

}  // namespace landkaart::inline v0
