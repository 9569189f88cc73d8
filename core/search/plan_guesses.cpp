// SPDX-License-Identifier: EUPL-1.2
// The rules for the parts of compounds, and for words that are spelt nearly as a word of the query.
#include <algorithm>

#include "core/search/compound_split.h"
#include "core/search/plan_rules.h"
#include "core/search/plan_synonyms.h"
#include "core/search/spelling.h"

namespace landkaart::inline v0 {
namespace {

// A compound in fewer documents is searched by each of its parts too.
constexpr std::uint32_t kFewDocuments = 3;
constexpr std::size_t kMostNearWords = 3;
constexpr std::size_t kMostNearBeginnings = 32;

bool has_documents(const PlannedWord& word) {
  return word.term && word.term->words.document_frequency > 0;
}

// A compound that few documents contain is searched by each of its parts too, as if the parts had
// been typed apart.
void add_each_part(PlanContext& context, std::size_t at, const std::vector<TogetherWord>& parts) {
  for (const TogetherWord& part : parts) {
    if (part.term.is_function_word) continue;
    const double weight = context.rarity_of(part.term) * kPartWeight;
    context.add(context.words[at].group, {MatchSort::split, {part}, weight});
    add_synonyms_of(context, at, at + 1, {&part.term.lemma, 1}, weight);
  }
}

void add_parts(PlanContext& context, std::size_t at, const std::vector<std::string>& parts) {
  const PlannedWord& word = context.words[at];
  Alternative split{MatchSort::split, {}, 0};
  double rarity = 0;
  for (const std::string& part : parts) {
    const auto term = context.index.find(part);
    if (!term || term->words.document_frequency == 0) return;
    rarity += context.rarity_of(*term);
    split.words.push_back({*term, 0, false});
  }
  const double most =
      has_documents(word) ? context.group_of(word).rarity : context.unknown_rarity();
  split.weight = std::min(rarity, most) * kSplitWeight;
  context.add(word.group, split);
  if (!is_known(word.term) || word.term->document_frequency() < kFewDocuments) {
    add_each_part(context, at, split.words);
  }
}

// The dictionary lacks the typed form, and the word was planned as the diminutive of `term`.
bool is_diminutive(const PlannedWord& word) {
  return word.term && word.term->form != word.typed->word;
}

// Whether to look for words that are spelt nearly like this one. Also true for a diminutive that
// the dictionary lacks, because its other forms are spelt nearly like it: "tuintje" and "tuintjes".
bool may_be_mistyped(PlanContext& context, const PlannedWord& word) {
  if (word.typed->is_prefix) return false;
  if (is_known(word.term) && !is_diminutive(word)) return false;
  return std::ranges::none_of(context.group_of(word).alternatives, [](const Alternative& each) {
    return each.sort == MatchSort::joined || each.sort == MatchSort::prefix;
  });
}

bool is_from_synonyms(const Alternative& alternative) {
  return alternative.sort == MatchSort::synonym || alternative.sort == MatchSort::related;
}

std::vector<NearWord> near_words_of(PlanContext& context, const PlannedWord& word) {
  const std::string& typed = word.typed->word;
  const auto alike = context.language().alike_first_letters;
  Budget* const budget = &context.dictionary_work;
  if (!context.is_being_typed(word)) {
    return near_words(context.index, typed, kMostNearWords, {false, alike, budget});
  }
  std::vector<NearWord> near =
      near_words(context.index, typed, kMostNearBeginnings, {true, alike, budget});
  context.plan.near_beginnings = {typed, near};
  if (std::ranges::any_of(near, &NearWord::is_whole)) {
    std::erase_if(near, [](const NearWord& each) { return !each.is_whole; });
  }
  near.resize(std::min(near.size(), kMostNearWords));
  return near;
}

}  // namespace

void add_compound_parts(PlanContext& context) {
  for (std::size_t at = 0; at < context.words.size(); ++at) {
    const PlannedWord& word = context.words[at];
    const auto parts = word.term ? word.term->form_parts
                                 : split_compound(word.typed->word, context.index,
                                                  context.language().compound_links);
    if (parts.size() > 1) add_parts(context, at, parts);
  }
}

void add_near_words(PlanContext& context) {
  for (auto word = context.words.begin(); word != context.words.end(); ++word) {
    if (!may_be_mistyped(context, *word)) continue;
    const auto same = std::find_if(context.words.begin(), word, [&](const PlannedWord& earlier) {
      return earlier.nearest && earlier.typed->word == word->typed->word;
    });
    if (same != word && !context.is_being_typed(*word)) {
      word->nearest = same->nearest;
      continue;
    }
    if (context.options.checkpoint) context.options.checkpoint();
    const std::vector<NearWord> near_words = near_words_of(context, *word);
    if (!context.is_being_typed(*word)) {
      word->nearest = near_words.empty() ? std::string() : near_words.front().word;
    }
    for (const NearWord& near : near_words) {
      const auto term = context.index.find(near.word);
      if (!term) continue;  // the dictionary of a damaged pack may be out of order
      const double factor = kSpellingWeight / std::max(near.distance, 1u);
      context.add(word->group,
                  alternative_of(MatchSort::spelling, *term, context.rarity_of(*term) * factor));
    }
  }
}

void list_unresolved_words(PlanContext& context) {
  for (const PlannedWord& word : context.words) {
    if (word.term || word.typed->is_prefix) continue;
    const bool only_near_words =
        std::ranges::all_of(context.group_of(word).alternatives, [&](const Alternative& each) {
          return each.sort == MatchSort::spelling ||
                 (word.has_synonyms_of_near_word && is_from_synonyms(each));
        });
    if (only_near_words) context.plan.unresolved.push_back({*word.typed, word.nearest});
  }
}

}  // namespace landkaart::inline v0
