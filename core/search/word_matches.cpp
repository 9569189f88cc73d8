// SPDX-License-Identifier: EUPL-1.2
#include "core/search/word_matches.h"

#include <algorithm>
#include <string_view>

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kLongestParticle = 10;  // letters: achteruit

std::size_t group_in(const std::unordered_map<WordKey, std::size_t>& groups, WordKey key) {
  const auto found = groups.find(key);
  return found == groups.end() ? kNoWord : found->second;
}

}  // namespace

WordMatches::WordMatches(const QueryPlan& plan, const SearchIndex& index) : index_(index) {
  const bool only_function_words =
      std::ranges::all_of(plan.groups, &PlannedGroup::is_function_word);
  // A word that was typed is its own, also where a synonym of another word has it.
  for (std::size_t group = 0; group < plan.groups.size(); ++group) {
    if (plan.groups[group].is_function_word && !only_function_words) continue;
    for (const Alternative& alternative : plan.groups[group].alternatives) {
      if (alternative.sort != MatchSort::typed) continue;
      add_lemma(alternative.words.front().term.lemma, group);
    }
  }
  for (std::size_t group = 0; group < plan.groups.size(); ++group) {
    if (plan.groups[group].is_function_word && !only_function_words) continue;
    for (const Alternative& alternative : plan.groups[group].alternatives) {
      // Related words, and one word of a synonym of several, say little where the word is known.
      const bool loose =
          alternative.sort == MatchSort::related ||
          (alternative.sort == MatchSort::synonym && alternative.words.size() > 1);
      if (loose && plan.groups[group].alternatives.front().sort == MatchSort::typed) continue;
      const bool part = alternative.sort == MatchSort::part;
      for (const TogetherWord& word : alternative.words) {
        if (alternative.words.size() > 1 && word.term.is_function_word) continue;
        if (part) {
          parts_.try_emplace(word_key(word.term.lemma), group);
        } else {
          add_lemma(word.term.lemma, group);
        }
      }
    }
  }
}

void WordMatches::add_lemma(const std::string& lemma, std::size_t group) {
  lemmas_.try_emplace(word_key(lemma), group);
  wanted_.set(word_key(lemma) % kFilterBits);
  for (std::size_t length = 1; length < lemma.size() && length <= kLongestParticle; ++length) {
    const WordKey beginning = word_key(std::string_view(lemma).substr(0, length));
    beginnings_.insert(beginning);
    wanted_.set(beginning % kFilterBits);
  }
}

std::vector<std::size_t> WordMatches::answers(const AnalysedText& text) const {
  std::vector<std::size_t> answers(text.words.size(), kNoWord);
  std::vector<std::size_t> particles;
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    const TextWord& word = text.words[i];
    if (wanted_[word.lemma % kFilterBits]) answers[i] = group_in(lemmas_, word.lemma);
    if (wanted_[word.form % kFilterBits] && beginnings_.contains(word.form)) particles.push_back(i);
  }
  if (!parts_.empty()) {
    for (const TextPart& part : text.parts) {
      if (answers[part.word] == kNoWord) answers[part.word] = group_in(parts_, part.lemma);
    }
  }
  const auto joined = [&](const std::string& particle, const std::string& verb) {
    const auto term = index_.find(particle + verb);
    return term ? group_in(lemmas_, word_key(term->lemma)) : kNoWord;
  };
  mark_words_apart(text, particles, joined, answers);
  return answers;
}

}  // namespace landkaart::inline v0
