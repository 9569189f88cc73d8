// SPDX-License-Identifier: EUPL-1.2
// The rules for phrases and for words and phrases to leave out.
#include "core/search/plan_rules.h"

namespace landkaart::inline v0 {
namespace {

// The exact forms of a phrase, in order. Has no words, and so no documents, when no document of the
// pack has one of these forms.
Alternative phrase_of(const PlanContext& context, const Phrase& phrase) {
  Alternative alternative{MatchSort::phrase, {}, 1};
  for (std::uint32_t i = 0; i < phrase.size(); ++i) {
    const auto term = context.index.find(phrase[i].word);
    if (!term || term->form_number == 0) return {MatchSort::phrase, {}, 0};
    alternative.words.push_back({*term, i, true});
  }
  return alternative;
}

}  // namespace

void add_phrases(PlanContext& context) {
  for (const Phrase& phrase : context.query.phrases) {
    PlannedGroup group;
    group.required = true;
    for (const QueryWord& word : phrase) group.word += (group.word.empty() ? "" : " ") + word.word;
    group.alternatives.push_back(phrase_of(context, phrase));
    for (const TogetherWord& word : group.alternatives.back().words) {
      group.rarity += context.rarity_of(word.term);
    }
    context.plan.groups.push_back(std::move(group));
  }
}

void add_exclusions(PlanContext& context) {
  for (const Phrase& phrase : context.query.excluded) {
    if (phrase.size() > 1) {
      context.plan.excluded.push_back(phrase_of(context, phrase));
    } else if (const auto term = context.index.find(phrase.front().word)) {
      context.plan.excluded.push_back(alternative_of(MatchSort::typed, *term, 1));
    }
  }
}

}  // namespace landkaart::inline v0
