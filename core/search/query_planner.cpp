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
// group, the alternative with the highest score. The scores of alternatives are not added, so a
// document with a word and its synonym scores for one of them. This is query expansion with a lower
// weight for each expansion (Voorhees, "Query expansion using lexical-semantic relations", 1994),
// kept apart for each word.
//
// Weights. An alternative weighs the rarity (inverse document frequency) of its own word, times a
// factor for its sort; query_plan.h lists the factors. A synonym of a word that the pack has weighs
// at most as much as that word. The weight of an alternative for several words ("raads lid" gives
// "raadslid") is divided among their groups, so that it counts as one word.
//
// Order. The rules share a PlanContext and read what earlier rules wrote to it. kRules decides the
// order, and its comments give the reasons.
//
// Invariants. Every group comes from a word or a phrase of the query, of which a query has at most
// 48 and 8, so there are at most 56 groups. Only limit_cost() removes alternatives. Only the first
// alternative of a group can be of the sort `typed`.
//
// End. Every rule is a loop over the words or the short spans of words (at most 6), and adds a
// bounded number of alternatives to each.
#include "core/search/query_planner.h"

#include <algorithm>
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
    // Before the rules for synonyms, compound parts and joined words, because these compute their
    // weights from the rarity of the group.
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
    // After all rules that add alternatives of words, and before phrases, which have an allowance
    // of
    // their own (phrase_allowance).
    {"cost", limit_cost},
    // After all rules for words, because a phrase has a group without a word.
    {"phrases", add_phrases},
    {"exclusions", add_exclusions},
});

[[maybe_unused]] bool keeps_invariants(const QueryPlan& plan) {
  const auto is_typed = [](const Alternative& each) { return each.sort == MatchSort::typed; };
  return plan.groups.size() <= kMostPlannedGroups &&
         std::ranges::all_of(plan.groups, [&](const PlannedGroup& group) {
           const auto& alternatives = group.alternatives;
           return alternatives.empty() ||
                  std::none_of(alternatives.begin() + 1, alternatives.end(), is_typed);
         });
}

}  // namespace

QueryPlan plan_query(const Query& query, const SearchIndex& index, const Scoring& scoring,
                     const PlanOptions& options) {
  assert(options.language != nullptr);
  PlanContext context(query, index, scoring, options);
  for (const PlanRule& rule : kRules) {
    if (options.checkpoint) options.checkpoint();
    rule.apply(context);
  }
  assert(keeps_invariants(context.plan));
  return std::move(context.plan);
}

}  // namespace landkaart::inline v0
