// SPDX-License-Identifier: EUPL-1.2
#include "core/search/word_matches.h"

#include <algorithm>

#include "core/search/snippet.h"

namespace landkaart {

WordMatches::WordMatches(const QueryPlan& plan, const SearchIndex& index) : index_(index) {
  const bool only_function_words =
      std::ranges::all_of(plan.groups, &PlannedGroup::is_function_word);
  // A word that was typed is its own, also where a synonym of another word has it.
  for (std::size_t group = 0; group < plan.groups.size(); ++group) {
    if (plan.groups[group].is_function_word && !only_function_words) continue;
    for (const Alternative& alternative : plan.groups[group].alternatives) {
      if (alternative.sort != AlternativeSort::typed) continue;
      lemmas_.try_emplace(alternative.words.front().term.lemma, group);
    }
  }
  for (std::size_t group = 0; group < plan.groups.size(); ++group) {
    if (plan.groups[group].is_function_word && !only_function_words) continue;
    for (const Alternative& alternative : plan.groups[group].alternatives) {
      // Related words, and one word of a synonym of several, say little where the word is known.
      const bool loose =
          alternative.sort == AlternativeSort::related ||
          (alternative.sort == AlternativeSort::synonym && alternative.words.size() > 1);
      if (loose && plan.groups[group].alternatives.front().sort == AlternativeSort::typed) continue;
      const bool part = alternative.sort == AlternativeSort::part;
      for (const TogetherWord& word : alternative.words) {
        if (alternative.words.size() > 1 && word.term.is_function_word) continue;
        if (part) {
          parts_.try_emplace(word.term.lemma, group);
        } else {
          lemmas_.try_emplace(word.term.lemma, group);
        }
      }
    }
  }
}

std::size_t WordMatches::operator()(const std::string& word) {
  const auto [known, is_new] = known_.try_emplace(word, std::size_t{kNoWord});
  if (is_new) known->second = look_up(word);
  return known->second;
}

bool WordMatches::is_particle(const std::string& word) const {
  const auto after = lemmas_.upper_bound(word);
  return after != lemmas_.end() && after->first.starts_with(word);
}

std::size_t WordMatches::apart(const std::string& particle, const std::string& verb) {
  const auto term = index_.find(particle + verb);
  if (!term) return kNoWord;
  const auto found = lemmas_.find(term->lemma);
  return found != lemmas_.end() ? found->second : kNoWord;
}

std::size_t WordMatches::look_up(const std::string& word) const {
  const auto term = index_.find(word);
  if (!term) return kNoWord;
  if (const auto found = lemmas_.find(term->lemma); found != lemmas_.end()) return found->second;
  for (const std::string& part : term->form_parts) {
    if (const auto found = parts_.find(part); found != parts_.end()) return found->second;
  }
  return kNoWord;
}

}  // namespace landkaart
