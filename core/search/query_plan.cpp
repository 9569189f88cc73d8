// SPDX-License-Identifier: EUPL-1.2
#include "core/search/query_plan.h"

#include <algorithm>
#include <cassert>

namespace landkaart::inline v0 {
namespace {

ScoreListPointer make_lemma_list(const Alternative& alternative, const SearchIndex& index,
                                 const Scoring& scoring) {
  const Term& term = alternative.words.front().term;
  if (alternative.sort == MatchSort::part) {
    return std::make_unique<LemmaScoreList>(
        index, scoring, term.parts, ListTraits{},
        LemmaWeights{alternative.weight, alternative.weight, 1});
  }
  LemmaWeights weights{alternative.weight, alternative.weight * kOtherFormWeight, 0};
  if (term.form_number > 0) {
    weights.typed_forms = static_cast<std::uint8_t>(1u << (term.form_number - 1));
  }
  return std::make_unique<LemmaScoreList>(index, scoring, term.words, index.word_traits(term),
                                          weights);
}

ScoreListPointer make_together_list(const Alternative& alternative, const SearchIndex& index,
                                    const Scoring& scoring, const Checkpoint& checkpoint) {
  const bool phrase = alternative.sort == MatchSort::phrase;
  FoundTogether found = alternative.found
                            ? *alternative.found
                            : find_together(index, scoring, alternative.words,
                                            phrase ? Order::phrase : Order::any, {}, checkpoint);
  if (found.documents.empty()) return nullptr;
  double rarity = 0;
  for (const TogetherWord& word : alternative.words) {
    rarity += scoring.inverse_document_frequency(word.term.document_frequency());
  }
  // A phrase scores the sum of its words. Any other set of words scores like one word of the weight
  // of the alternative.
  const double factor = phrase ? kPhraseWeight : alternative.weight / std::max(rarity, 1e-9);
  for (FoundScoreList::Found& each : found.documents) each.score *= factor;
  return std::make_unique<FoundScoreList>(std::move(found.documents), found.postings_read);
}

}  // namespace

void find_phrases(QueryPlan& plan, const SearchIndex& index, const Scoring& scoring,
                  const ReadField& read, const Checkpoint& checkpoint) {
  if (index.header().has_positions) return;
  const auto find = [&](Alternative& alternative) {
    if (alternative.sort != MatchSort::phrase || alternative.words.size() < 2) return;
    alternative.found =
        find_together(index, scoring, alternative.words, Order::phrase, read, checkpoint);
  };
  for (PlannedGroup& group : plan.groups) std::ranges::for_each(group.alternatives, find);
  std::ranges::for_each(plan.excluded, find);
}

ScoreListPointer make_score_list(const Alternative& alternative, const SearchIndex& index,
                                 const Scoring& scoring, const Checkpoint& checkpoint) {
  if (alternative.words.empty() || alternative.weight <= 0) return nullptr;
  if (alternative.words.size() > 1) {
    return make_together_list(alternative, index, scoring, checkpoint);
  }
  const Term& term = alternative.words.front().term;
  const ListPlace& place = alternative.sort == MatchSort::part ? term.parts : term.words;
  if (place.document_frequency == 0) return nullptr;
  return make_lemma_list(alternative, index, scoring);
}

ScoreLists make_score_lists(const QueryPlan& plan, const SearchIndex& index, const Scoring& scoring,
                            const Checkpoint& checkpoint) {
  assert(plan.groups.size() <= kMostPlannedGroups);
  ScoreLists lists;
  lists.checkpoint = checkpoint;
  for (const PlannedGroup& planned : plan.groups) {
    ScoreGroup group;
    group.rarity = planned.rarity;
    group.required = planned.required;
    for (const Alternative& alternative : planned.alternatives) {
      if (auto list = make_score_list(alternative, index, scoring, checkpoint)) {
        group.lists.push_back(std::move(list));
      }
    }
    lists.groups.push_back(std::move(group));
  }
  for (const Alternative& alternative : plan.excluded) {
    if (auto list = make_score_list(alternative, index, scoring, checkpoint)) {
      lists.excluded.push_back(std::move(list));
    }
  }
  return lists;
}

}  // namespace landkaart::inline v0
