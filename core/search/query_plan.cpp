// SPDX-License-Identifier: EUPL-1.2
#include "core/search/query_plan.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/search/visit_matches.h"

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
  std::shared_ptr<const FoundTogether> found = alternative.found;
  if (!found) {
    found = std::make_shared<const FoundTogether>(find_together(index, scoring, alternative.words,
                                                                phrase ? Order::phrase : Order::any,
                                                                {}, {.checkpoint = checkpoint}));
  }
  if (found->documents.empty()) return nullptr;
  double rarity = 0;
  for (const TogetherWord& word : alternative.words) {
    rarity += scoring.inverse_document_frequency(word.term.document_frequency());
  }
  // A phrase scores the sum of its words. Any other set of words scores like one word of the weight
  // of the alternative.
  const double factor = phrase ? kPhraseWeight : alternative.weight / std::max(rarity, 1e-9);
  const FoundScoreList::Documents documents(found, &found->documents);
  return std::make_unique<FoundScoreList>(documents, factor, found->postings_read);
}

// A phrase of a plan that is to be looked up.
struct WantedPhrase {
  Alternative* alternative;
  bool is_excluded;
  std::uint32_t document_frequency;  // of its rarest word
};

// Phrases with a rare word come first, because they are cheap and leave few documents for the
// phrases after them.
std::vector<WantedPhrase> wanted_phrases(QueryPlan& plan) {
  std::vector<WantedPhrase> wanted;
  const auto add = [&](Alternative& alternative, bool is_excluded) {
    if (alternative.sort != MatchSort::phrase || alternative.words.size() < 2) return;
    const auto frequency = [](const TogetherWord& word) { return word.term.document_frequency(); };
    const auto rarest = std::ranges::min_element(alternative.words, {}, frequency);
    wanted.push_back({&alternative, is_excluded, frequency(*rarest)});
  };
  for (PlannedGroup& group : plan.groups) {
    for (Alternative& alternative : group.alternatives) add(alternative, false);
  }
  for (Alternative& alternative : plan.excluded) add(alternative, true);
  std::ranges::stable_sort(wanted, {}, [](const WantedPhrase& phrase) {
    return std::pair(phrase.is_excluded, phrase.document_frequency);
  });
  return wanted;
}

// The documents that match the query if its phrases to exclude are ignored.
FoundTogether matches_without_excluded_phrases(const QueryPlan& plan, const SearchIndex& index,
                                               const Scoring& scoring,
                                               const Checkpoint& checkpoint) {
  QueryPlan rest;
  rest.groups = plan.groups;
  for (const Alternative& alternative : plan.excluded) {
    if (alternative.words.size() == 1) rest.excluded.push_back(alternative);
  }
  FoundTogether found;
  visit_matches(make_score_lists(rest, index, scoring, checkpoint), index.header().documents, {},
                [&](std::uint32_t document) {
                  found.documents.push_back({document, 0});
                });
  return found;
}

}  // namespace

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

void find_phrases(QueryPlan& plan, const SearchIndex& index, const Scoring& scoring,
                  const ReadField& read, const Checkpoint& checkpoint) {
  const std::vector<WantedPhrase> wanted = wanted_phrases(plan);
  std::uint64_t allowance = phrase_allowance(index);
  const FoundTogether* within = nullptr;
  FoundTogether matches;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i].is_excluded && within == nullptr) {
      matches = matches_without_excluded_phrases(plan, index, scoring, checkpoint);
      within = &matches;
    }
    // A phrase leaves the rest of its share to the phrases after it.
    const std::uint64_t share = allowance / (wanted.size() - i);
    auto found = std::make_shared<const FoundTogether>(
        find_together(index, scoring, wanted[i].alternative->words, Order::phrase, read,
                      {.allowance = share,
                       .within = within,
                       .uses_scores = !wanted[i].is_excluded,
                       .checkpoint = checkpoint}));
    allowance -= std::min(found->work, share);
    if (!wanted[i].is_excluded) within = found.get();
    wanted[i].alternative->found = std::move(found);
  }
}

}  // namespace landkaart::inline v0
