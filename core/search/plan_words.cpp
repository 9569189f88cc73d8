// SPDX-License-Identifier: EUPL-1.2
// The rules for single words: the typed word, its completions, and the weight of function words.
#include <algorithm>
#include <string_view>
#include <vector>

#include "core/search/completions.h"
#include "core/search/plan_rules.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kMostCompletions = 64;  // of one beginning, those in most documents
// In a query of at most this number of words a function word counts in full.
constexpr std::size_t kMostUnweighedGroups = 2;

// The word of the pack of which an unknown word is the diminutive: "plannetje" gives "plan".
std::optional<Term> base_of_diminutive(const PlanContext& context, const std::string& word) {
  for (const std::string& base : context.language().diminutive_bases(word)) {
    std::optional<Term> term = context.index.find(base);
    if (!term || term->words.document_frequency == 0) continue;
    term->form_number = 0;  // the typed form is not one of the forms of the base
    return term;
  }
  return std::nullopt;
}

void add_group(PlanContext& context, const PlannedWord& word) {
  PlannedGroup group;
  group.word = word.typed->word;
  group.required = context.options.all_words;
  group.rarity = is_known(word.term) ? context.rarity_of(*word.term) : context.unknown_rarity();
  if (is_known(word.term) && !word.typed->is_prefix) {
    group.alternatives = {alternative_of(MatchSort::typed, *word.term, group.rarity),
                          alternative_of(MatchSort::part, *word.term, group.rarity * kPartWeight)};
  }
  context.plan.groups.push_back(std::move(group));
}

// All completions of a word together are as rare as a word that is in all of their documents.
void add_completions_of(PlanContext& context, const PlannedWord& word) {
  std::uint64_t documents = 0;
  std::vector<Term> terms = completions_of(context.index, word.typed->word, kMostCompletions,
                                           &documents, &context.dictionary_work);
  const double rarity = context.rarity(
      static_cast<std::uint32_t>(std::min<std::uint64_t>(documents, context.scoring.documents())));
  PlannedGroup& group = context.group_of(word);
  if (group.alternatives.empty()) group.rarity = rarity;
  for (Term& term : terms) {
    term.form_number = 0;  // all forms of the completion count alike
    group.alternatives.push_back(alternative_of(
        MatchSort::prefix, term, word.typed->is_prefix ? rarity : rarity * kPrefixWeight));
  }
}

}  // namespace

void add_typed_words(PlanContext& context) {
  for (const QueryWord& typed : context.query.words) {
    PlannedWord word{&typed, context.index.find(typed.word), {}, context.plan.groups.size()};
    if (!word.term && !typed.is_prefix) word.term = base_of_diminutive(context, typed.word);
    word.lemma = word.term ? word.term->lemma : typed.word;
    const auto same = std::ranges::find(context.words, word.lemma, &PlannedWord::lemma);
    if (same != context.words.end()) {
      word.group = same->group;
    } else {
      add_group(context, word);
    }
    context.words.push_back(std::move(word));
  }
}

void add_completions(PlanContext& context) {
  std::vector<std::string_view> completed;  // a beginning that was typed twice is completed once
  for (const PlannedWord& word : context.words) {
    if (!word.typed->is_prefix && !context.is_being_typed(word)) continue;
    const std::string_view beginning = word.typed->word;
    if (std::ranges::find(completed, beginning) != completed.end()) continue;
    completed.push_back(beginning);
    add_completions_of(context, word);
  }
}

void lower_function_words(PlanContext& context) {
  if (context.plan.groups.size() <= kMostUnweighedGroups) return;
  for (const PlannedWord& word : context.words) {
    PlannedGroup& group = context.group_of(word);
    // A function word that is typed twice has one group, which is lowered once.
    if (group.is_function_word || !is_function_word(word.term)) continue;
    if (word.typed->word != group.word) continue;
    group.is_function_word = true;
    group.rarity *= kFunctionWordWeight;
    for (Alternative& alternative : group.alternatives) alternative.weight *= kFunctionWordWeight;
  }
}

}  // namespace landkaart::inline v0
