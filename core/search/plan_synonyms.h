// SPDX-License-Identifier: EUPL-1.2
// The part of the synonym rule that the rule for compound parts uses too.
#pragma once

#include <span>
#include <string>

#include "core/search/plan_context.h"

namespace landkaart::inline v0 {

// Adds the synonyms of `lemmas` as alternatives for the words [begin, end) of the query. Their
// weights come from their own rarity, but from at most `most_rarity`.
void add_synonyms_of(PlanContext& context, std::size_t begin, std::size_t end,
                     std::span<const std::string> lemmas, double most_rarity);

}  // namespace landkaart::inline v0
