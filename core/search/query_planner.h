// SPDX-License-Identifier: EUPL-1.2
// plan_query(): from the words of a query to the alternatives that answer them in one pack.
#pragma once

#include "core/language/language_rules.h"
#include "core/search/checkpoint.h"
#include "core/search/query_plan.h"
#include "core/search/synonyms.h"

namespace landkaart::inline v0 {

struct PlanOptions {
  bool all_words = false;              // a document must answer every word
  bool last_is_prefix = false;         // the last word may be the beginning of a word
  const Synonyms* synonyms = nullptr;  // of the pack; nullptr for none
  const LanguageRules* language = &language_rules("");  // of the language of the pack
  Checkpoint checkpoint = {};  // called before each rule and before each search for near words
};

// Throws Error(malformed) when the pack is damaged, and what the checkpoint throws.
QueryPlan plan_query(const Query& query, const SearchIndex& index, const Scoring& scoring,
                     const PlanOptions& options);

}  // namespace landkaart::inline v0
