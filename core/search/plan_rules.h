// SPDX-License-Identifier: EUPL-1.2
// The rules of the query planner. query_planner.cpp applies each of them once, in the order of its
// table, and says why the order matters.
#pragma once

#include "core/search/plan_context.h"

namespace landkaart::inline v0 {

// Makes a group for each distinct lemma of the query. When the pack has the lemma, its documents
// and those with a compound of it are alternatives.
void add_typed_words(PlanContext& context);

// Words that begin with a word of the query: "installa*", and the last word while it is being
// typed.
void add_completions(PlanContext& context);

// Function words ("de", "van") weigh 0.4 times as much in a query of three words or more.
void lower_function_words(PlanContext& context);

// Two or three neighbours that the pack has as one word: "raads lid", "open space".
void add_joined_words(PlanContext& context);

// A verb and a particle behind it that the pack has as one verb: "legt verantwoording af" asks for
// "afleggen".
void add_separable_verbs(PlanContext& context);

// The synonyms and related words that the pack lists, for single words and for up to six
// neighbours.
void add_synonyms(PlanContext& context);

// The words of which a compound of the query consists: "raadsleden" asks for "raad" and "lid".
void add_compound_parts(PlanContext& context);

// Words that are spelt nearly as a word that the pack does not have.
void add_near_words(PlanContext& context);

// Lists the words that the pack does not have and that have no alternatives but near words and
// their synonyms.
void list_unresolved_words(PlanContext& context);

// Leaves out alternatives of a query with so many or so long posting lists that it would stall
// other queries: the last ones of each group.
void limit_cost(PlanContext& context);

// Each phrase is a group of its own, which every hit must match.
void add_phrases(PlanContext& context);

// The words and phrases that a hit must not contain.
void add_exclusions(PlanContext& context);

}  // namespace landkaart::inline v0
