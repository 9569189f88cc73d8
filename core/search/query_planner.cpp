// SPDX-License-Identifier: EUPL-1.2
// From a query to a plan: for each word the alternatives that answer the word.
//
// Problem. People do not type the words of the pack. They type another form ("woningen"), a
// compound apart ("raads lid"), a verb whose particle stands elsewhere ("legt ... af"), a synonym,
// half a word or a mistake. The pack stores no rewriting of a query, so the reader finds the
// alternatives.
//
// Idea. A query is planned by rules, one function for each sort of alternative. Each distinct word
// of the query has a group, and a rule adds alternatives to groups. A document scores, for each
// group, the alternative with the highest score, so alternatives never add up: a document that
// contains both a word and its synonym scores no more than one that contains the word twice. This
// is query expansion with the weight of each expansion below that of the typed word (Voorhees,
// "Query expansion using lexical-semantic relations", 1994), kept apart for each word.
//
// Weights. An alternative weighs the rarity (inverse document frequency) of its own word, but at
// most that of the typed word when the pack has it, times a factor below 1 for its sort. An
// alternative for several words ("raads lid" gives "raadslid") is divided among their groups, so
// that it counts as much as one word.
//
// Order. The rules share a PlanContext and read what earlier rules wrote to it. kRules is the only
// place that decides the order; a comment at each rule says what it must follow.
//
// Invariants. Every group comes from a word or a phrase of the query, of which a query has at most
// 48 and 8, so there are at most 56 groups. No rule removes an alternative. Only the first
// alternative of a group can be of the sort `typed`.
//
// End. Every rule is a loop over the words or the short spans of words (at most 6), and adds a
// bounded number of alternatives to each.
#include "core/search/query_planner.h"

#include <array>
#include <cassert>
#include <string_view>
#include <utility>

#include "core/search/plan_context.h"
#include "core/search/plan_rules.h"

namespace landkaart::inline v0 {
namespace {

struct PlanRule {
  std::string_view name;
  void (*apply)(PlanContext& context);
};

constexpr auto kRules = std::to_array<PlanRule>({
    // Makes the groups, to which all other rules add.
    {"typed words", add_typed_words},
    // Before function words, because an unfinished function word weighs little too.
    {"completions", add_completions},
    // Before every rule below, because those limit their weights by the rarity of the group.
    {"function words", lower_function_words},
    // Before synonyms, which are looked up for joined words too.
    {"joined words", add_joined_words},
    {"separable verbs", add_separable_verbs},
    {"synonyms", add_synonyms},
    {"compound parts", add_compound_parts},
    // After completions, joined words and separable verbs: a word that those answer is no mistake.
    {"spelling", add_near_words},
    // After all rules that add, because it lists the words that only the spelling rule answered.
    {"unresolved words", list_unresolved_words},
    // After all rules for words, because a phrase has a group without a word.
    {"phrases", add_phrases},
    {"exclusions", add_exclusions},
});

}  // namespace

QueryPlan plan_query(const Query& query, const SearchIndex& index, const Scoring& scoring,
                     const PlanOptions& options) {
  assert(options.language != nullptr);
  PlanContext context(query, index, scoring, options);
  for (const PlanRule& rule : kRules) rule.apply(context);
  assert(context.plan.groups.size() <= kMostPlannedGroups);
  return std::move(context.plan);
}

}  // namespace landkaart::inline v0
