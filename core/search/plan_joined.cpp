// SPDX-License-Identifier: EUPL-1.2
// The rules for words of the query that make one word together: compounds that were typed apart,
// and separable verbs.
#include <algorithm>

#include "core/search/plan_rules.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kMostJoinedWords = 3;
constexpr std::size_t kLeastJoinedBytes = 5;

// No word is joined to a function word before it that is in more than half of the documents: "de
// uren" does not ask for "deuren".
bool is_everywhere(const PlanContext& context, const std::optional<Term>& term) {
  return is_function_word(term) && term->words.document_frequency > context.scoring.documents() / 2;
}

// The words [begin, end) written as one word. Two words give one spelling for each link.
std::vector<std::string> joined_spellings(const PlanContext& context, std::size_t begin,
                                          std::size_t end) {
  const auto typed = [&](std::size_t i) -> const std::string& {
    return context.words[i].typed->word;
  };
  std::vector<std::string> spellings;
  if (end == begin + 2) {
    for (const std::string_view link : context.language().omitted_links) {
      spellings.push_back(typed(begin) + std::string(link) + typed(begin + 1));
    }
  } else {
    std::string joined;
    for (std::size_t i = begin; i < end; ++i) joined += typed(i);
    spellings.push_back(std::move(joined));
  }
  return spellings;
}

// Only the synonyms know the joined word. A document with all of its parts answers the query as
// well as one with the joined word would.
void add_parts_of_joined(PlanContext& context, std::size_t begin, std::size_t end) {
  Alternative parts{
      MatchSort::joined, {}, context.unknown_rarity() * static_cast<double>(end - begin)};
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_known(context.words[i].term)) return;
    parts.words.push_back({*context.words[i].term, 0, false});
  }
  context.add_to_span(begin, end, parts);
}

// False when the joined word is a function word, or when neither the pack nor its synonyms have it.
bool add_joined(PlanContext& context, std::size_t begin, std::size_t end,
                const std::string& spelling) {
  const auto term = context.index.find(spelling);
  const std::string lemma = term ? term->lemma : spelling;
  if (is_function_word(term)) return false;  // "er mee" does not ask for "ermee"
  if (is_known(term)) {
    context.add_to_span(
        begin, end,
        alternative_of(MatchSort::joined, *term, context.rarity_of(*term) * kJoinedWeight));
  } else if (context.options.synonyms != nullptr &&
             !context.options.synonyms->find({&lemma, 1}).empty()) {
    add_parts_of_joined(context, begin, end);
  } else {
    return false;
  }
  context.joined_words.push_back(
      {begin, end, lemma, term ? context.rarity_of(*term) : context.unknown_rarity()});
  return true;
}

// The verb that a particle and an earlier word of the query make, when the pack has it.
std::optional<Term> find_separable_verb(const PlanContext& context, const std::string& particle,
                                        const PlannedWord& verb) {
  auto term = context.index.find(particle + verb.lemma);
  if (!is_known(term)) term = context.index.find(particle + verb.typed->word);
  if (!is_known(term) || term->is_function_word) return std::nullopt;  // "dat ... zo": not "zodat"
  return term;
}

// Adds the verb that the particle at `at` makes with a word before it: the nearest word with which
// it makes a verb of the pack.
void add_verb_of(PlanContext& context, std::size_t at) {
  const PlannedWord& particle = context.words[at];
  const std::size_t farthest = at - std::min(at, kMostWordsBeforeParticle + 1);
  for (std::size_t i = at; i > farthest;) {
    const PlannedWord& verb = context.words[--i];
    if (is_function_word(verb.term) && is_function_word(particle.term)) continue;
    const auto term = find_separable_verb(context, particle.typed->word, verb);
    if (!term) continue;
    const double weight = context.rarity_of(*term) * kJoinedWeight / 2;
    for (const std::size_t group : {verb.group, particle.group}) {
      context.add(group, alternative_of(MatchSort::joined, *term, weight));
    }
    return;
  }
}

}  // namespace

void add_joined_words(PlanContext& context) {
  const auto& words = context.words;
  for (std::size_t begin = 0; begin + 1 < words.size(); ++begin) {
    if (is_everywhere(context, words[begin].term)) continue;
    bool only_function_words = is_function_word(words[begin].term);
    const std::size_t last = std::min(begin + kMostJoinedWords, words.size());
    for (std::size_t end = begin + 2; end <= last; ++end) {
      only_function_words = only_function_words && is_function_word(words[end - 1].term);
      if (only_function_words) continue;  // "wat er" does not ask for "water"
      const auto spellings = joined_spellings(context, begin, end);
      if (spellings.front().size() < kLeastJoinedBytes) continue;
      for (const std::string& spelling : spellings) {
        if (add_joined(context, begin, end, spelling)) break;
      }
    }
  }
}

void add_separable_verbs(PlanContext& context) {
  for (std::size_t i = 1; i < context.words.size(); ++i) {
    if (find_particle(context.language().particles, context.words[i].typed->word) == nullptr)
      continue;
    add_verb_of(context, i);
  }
}

}  // namespace landkaart::inline v0
