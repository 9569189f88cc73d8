// SPDX-License-Identifier: EUPL-1.2
// The rule for the synonyms and related words that a pack lists.
#include "core/search/plan_synonyms.h"

#include <algorithm>
#include <optional>

#include "core/search/plan_rules.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kMostSpan = 6;  // words of the query that have synonyms together

// The alternative that contains all words of a synonym; nothing when no document contains one of
// them.
std::optional<Alternative> alternative_for(const PlanContext& context, const Synonym& synonym,
                                           double most_rarity) {
  Alternative alternative;
  alternative.sort = synonym.is_equal ? MatchSort::synonym : MatchSort::related;
  double rarity = 0;
  for (const std::string& word : synonym.words) {
    auto term = context.index.find(word);
    if (!term || term->words.document_frequency == 0) return std::nullopt;
    rarity = std::max(rarity, context.rarity_of(*term));
    term->form_number = 0;  // all forms of a synonym count alike
    alternative.words.push_back({std::move(*term), 0, false});
  }
  if (rarity <= 0) return std::nullopt;
  alternative.weight =
      std::min(rarity, most_rarity) * (synonym.is_equal ? kSynonymWeight : kRelatedWeight);
  return alternative;
}

// For a word that neither the pack nor its synonyms spell so: the synonyms of the word of the
// synonym list that is spelt nearly so ("ynwenners" for "ynwenner").
void add_synonyms_of_mistyped_words(PlanContext& context) {
  for (std::size_t i = 0; i < context.words.size(); ++i) {
    const PlannedWord& word = context.words[i];
    if (word.term || !context.group_of(word).alternatives.empty()) continue;
    const std::string near = context.options.synonyms->nearest(word.typed->word);
    if (near.empty()) continue;
    const auto meant = context.index.find(near);
    const double rarity =
        is_known(meant) ? context.rarity_of(*meant) : context.group_of(word).rarity;
    add_synonyms_of(context, i, i + 1, {&near, 1}, rarity * kSpellingWeight);
    for (PlannedWord& same : context.words) {
      if (same.group == word.group) same.has_synonyms_of_near_word = true;
    }
  }
}

}  // namespace

void add_synonyms_of(PlanContext& context, std::size_t begin, std::size_t end,
                     std::span<const std::string> lemmas, double most_rarity) {
  if (context.options.synonyms == nullptr) return;
  for (const Synonym& synonym : context.options.synonyms->find(lemmas)) {
    if (const auto alternative = alternative_for(context, synonym, most_rarity)) {
      context.add_to_span(begin, end, *alternative);
    }
  }
}

void add_synonyms(PlanContext& context) {
  if (context.options.synonyms == nullptr) return;
  std::vector<std::string> lemmas;
  for (const PlannedWord& word : context.words) lemmas.push_back(word.lemma);
  const std::size_t longest = std::min(kMostSpan, context.options.synonyms->longest());
  for (std::size_t begin = 0; begin < lemmas.size(); ++begin) {
    for (std::size_t end = begin + 1; end <= std::min(begin + longest, lemmas.size()); ++end) {
      // A synonym of a word that the pack has weighs no more than the word itself.
      const PlannedGroup& group = context.group_of(context.words[begin]);
      const bool is_known_word = end == begin + 1 && !group.alternatives.empty();
      add_synonyms_of(context, begin, end, std::span(lemmas).subspan(begin, end - begin),
                      is_known_word ? group.rarity : context.unknown_rarity());
    }
  }
  add_synonyms_of_mistyped_words(context);
  for (const JoinedWord& each : context.joined_words) {
    add_synonyms_of(context, each.begin, each.end, {&each.lemma, 1}, each.rarity);
  }
}

}  // namespace landkaart::inline v0
