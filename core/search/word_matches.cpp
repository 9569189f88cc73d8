// SPDX-License-Identifier: EUPL-1.2
#include "core/search/word_matches.h"

#include <algorithm>
#include <string_view>

namespace landkaart::inline v0 {
namespace {

// Each particle costs up to 12 look-ups in the dictionary. A text has more particles than this only
// when it repeats one word, such as "uit", more than a thousand times.
constexpr std::size_t kMostParticles = 1024;

std::size_t group_in(const std::unordered_map<WordKey, std::size_t>& groups, WordKey key) {
  const auto found = groups.find(key);
  return found == groups.end() ? kNoWord : found->second;
}

// Related words, and synonyms of several words, are highlighted only where the pack does not have
// the word that was typed. Elsewhere they would mark too many words.
bool is_loose(const Alternative& alternative) {
  return alternative.sort == MatchSort::related ||
         (alternative.sort == MatchSort::synonym && alternative.words.size() > 1);
}

}  // namespace

WordMatches::WordMatches(const QueryPlan& plan, const SearchIndex& index,
                         std::span<const SeparableParticle> particles)
    : index_(index), particles_(particles) {
  const bool only_function_words =
      std::ranges::all_of(plan.groups, &PlannedGroup::is_function_word);
  const auto is_marked = [&](const PlannedGroup& group) {
    return only_function_words || !group.is_function_word;
  };
  // Typed words come first, so that a word keeps the group in which it was typed when it is also a
  // synonym in another group.
  for (std::size_t group = 0; group < plan.groups.size(); ++group) {
    if (!is_marked(plan.groups[group])) continue;
    for (const Alternative& alternative : plan.groups[group].alternatives) {
      if (alternative.sort != MatchSort::typed) continue;
      add_lemma(alternative.words.front().term.lemma, group);
    }
  }
  for (std::size_t group = 0; group < plan.groups.size(); ++group) {
    if (!is_marked(plan.groups[group])) continue;
    const auto& alternatives = plan.groups[group].alternatives;
    const bool is_known = !alternatives.empty() && alternatives.front().sort == MatchSort::typed;
    for (const Alternative& alternative : alternatives) {
      if (is_known && is_loose(alternative)) continue;
      add_alternative(alternative, group);
    }
  }
}

void WordMatches::add_alternative(const Alternative& alternative, std::size_t group) {
  for (const TogetherWord& word : alternative.words) {
    if (alternative.words.size() > 1 && word.term.is_function_word) continue;
    if (alternative.sort == MatchSort::part) {
      parts_.try_emplace(word_key(word.term.lemma), group);
    } else {
      add_lemma(word.term.lemma, group);
    }
  }
}

void WordMatches::add_lemma(const std::string& lemma, std::size_t group) {
  lemmas_.try_emplace(word_key(lemma), group);
  filter_.set(word_key(lemma) % kFilterBits);
  for (const SeparableParticle& particle : particles_) {
    if (particle.word.size() >= lemma.size() || !lemma.starts_with(particle.word)) continue;
    const WordKey key = word_key(particle.word);
    wanted_particles_.insert(key);
    filter_.set(key % kFilterBits);
  }
}

std::vector<std::size_t> WordMatches::answers(const AnalysedText& text) const {
  std::vector<std::size_t> answers(text.words.size(), kNoWord);
  std::vector<std::size_t> particles;
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    const TextWord& word = text.words[i];
    if (filter_[word.lemma % kFilterBits]) answers[i] = group_in(lemmas_, word.lemma);
    if (filter_[word.form % kFilterBits] && particles.size() < kMostParticles &&
        wanted_particles_.contains(word.form)) {
      particles.push_back(i);
    }
  }
  if (!parts_.empty()) {
    for (const TextPart& part : text.parts) {
      if (answers[part.word] == kNoWord) answers[part.word] = group_in(parts_, part.lemma);
    }
  }
  const auto group_of_verb = [&](const std::string& particle, const std::string& verb) {
    const auto term = index_.find(particle + verb);
    return term ? group_in(lemmas_, word_key(term->lemma)) : kNoWord;
  };
  mark_words_apart(text, particles, group_of_verb, answers);
  return answers;
}

}  // namespace landkaart::inline v0
