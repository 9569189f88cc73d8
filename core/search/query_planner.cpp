// SPDX-License-Identifier: EUPL-1.2
// From words to alternatives: forms, parts, words typed apart or joined, synonyms, mistakes.
#include <algorithm>

#include "core/search/completions.h"
#include "core/search/compound_split.h"
#include "core/search/diminutive.h"
#include "core/search/query_plan.h"
#include "core/search/spelling.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::uint32_t kFewDocuments = 3;  // for a compound to be looked for by its parts as well
constexpr std::size_t kMostCompletions = 64;  // of a prefix: those in most documents
constexpr std::size_t kMostNearWords = 3;     // for a word that was mistyped
constexpr std::size_t kMostNearBeginnings = 32;
constexpr std::size_t kMostSpan = 6;           // words of a synonym
constexpr std::size_t kMostAlternatives = 48;  // of a word, beside what it is the beginning of
constexpr std::size_t kLongestParticle = 6;    // of a separable verb: "tegen", "samen"
constexpr std::size_t kVerbReach = 8;          // words between a verb and its particle

// One word of the query on its way to a group.
struct PlannedWord {
  const QueryWord* typed;
  std::optional<Term> term;
  std::string lemma;
  std::size_t group;
};

bool is_known(const std::optional<Term>& term) {
  return term && (term->words.document_frequency > 0 || term->parts.document_frequency > 0);
}

class Planner {
 public:
  Planner(const SearchIndex& index, const Scoring& scoring, const PlanOptions& options)
      : index_(index), scoring_(scoring), options_(options) {}

  QueryPlan plan(const Query& query) {
    for (const QueryWord& word : query.words) add_word(word);
    if (options_.last_is_prefix && !words_.empty()) {
      add_completions(words_.back());
    }
    for (const PlannedWord& word : words_) {
      if (word.typed->is_prefix) add_completions(word);
    }
    if (plan_.groups.size() > 2) weigh_function_words();
    add_joined_words();
    add_separable_verbs();
    add_synonyms();
    add_guesses();
    for (const Phrase& phrase : query.phrases) add_phrase(phrase);
    for (const Phrase& phrase : query.excluded) exclude(phrase);
    return std::move(plan_);
  }

 private:
  double rarity(std::uint32_t document_frequency) const {
    return scoring_.inverse_document_frequency(document_frequency);
  }
  double rarity_of(const Term& term) const {
    return rarity(term.words.document_frequency > 0 ? term.words.document_frequency
                                                    : term.parts.document_frequency);
  }

  void add_word(const QueryWord& typed) {
    PlannedWord word{&typed, index_.find(typed.word), {}, plan_.groups.size()};
    if (!word.term && !typed.is_prefix) word.term = base_of_diminutive(typed.word, index_);
    word.lemma = word.term ? word.term->lemma : typed.word;
    const auto same = std::ranges::find(words_, word.lemma, &PlannedWord::lemma);
    if (same != words_.end()) {
      word.group = same->group;
      words_.push_back(std::move(word));
      return;
    }
    PlannedGroup group;
    group.word = typed.word;
    group.required = options_.all_words;
    group.rarity = is_known(word.term) ? rarity_of(*word.term) : rarity(0);
    if (is_known(word.term) && !typed.is_prefix) {
      const double weight = group.rarity;
      group.alternatives.push_back({MatchSort::typed, {{*word.term, 0, false}}, weight});
      group.alternatives.push_back(
          {MatchSort::part, {{*word.term, 0, false}}, weight * kPartWeight});
    }
    plan_.groups.push_back(std::move(group));
    words_.push_back(std::move(word));
  }

  void weigh_function_words() {
    for (const PlannedWord& word : words_) {
      PlannedGroup& group = plan_.groups[word.group];
      if (!word.term || !word.term->is_function_word || word.typed->word != group.word) continue;
      group.is_function_word = true;
      group.rarity *= kFunctionWord;
      for (Alternative& alternative : group.alternatives) alternative.weight *= kFunctionWord;
    }
  }

  static bool is_function_word(const std::optional<Term>& term) {
    return term && term->is_function_word;
  }

  bool is_everywhere(const std::optional<Term>& term) const {
    return is_function_word(term) && term->words.document_frequency > scoring_.documents() / 2;
  }

  void add(std::size_t group, Alternative alternative) {
    auto& alternatives = plan_.groups[group].alternatives;
    const auto beginnings =
        std::ranges::count(alternatives, MatchSort::prefix, &Alternative::sort);
    if (alternatives.size() - static_cast<std::size_t>(beginnings) < kMostAlternatives) {
      alternatives.push_back(std::move(alternative));
    }
  }

  // Words that begin like this one; together they are as rare as all their documents.
  void add_completions(const PlannedWord& word) {
    const std::string& prefix = word.typed->word;
    std::uint64_t documents = 0;
    std::vector<Term> terms = completions_of(index_, prefix, kMostCompletions, &documents);
    const double rare = rarity(
        static_cast<std::uint32_t>(std::min<std::uint64_t>(documents, scoring_.documents())));
    PlannedGroup& group = plan_.groups[word.group];
    const double weight = word.typed->is_prefix ? rare : rare * kPrefixWeight;
    if (group.alternatives.empty()) group.rarity = rare;
    for (Term& term : terms) {
      term.form_number = 0;
      group.alternatives.push_back(
          {MatchSort::prefix, {{std::move(term), 0, false}}, weight});
    }
  }

  // Shares an alternative among the words of a span, so that together they count it once.
  void add_to_span(std::size_t begin, std::size_t end, const Alternative& alternative) {
    std::vector<std::size_t> groups;
    for (std::size_t i = begin; i < end; ++i) {
      if (std::ranges::find(groups, words_[i].group) == groups.end())
        groups.push_back(words_[i].group);
    }
    for (const std::size_t group : groups) {
      Alternative share = alternative;
      share.weight /= static_cast<double>(groups.size());
      // The joined word says at least as much as each of the known words that were typed.
      if (share.sort == MatchSort::joined && !plan_.groups[group].alternatives.empty()) {
        share.weight = std::max(share.weight, plan_.groups[group].rarity * kJoinedWeight);
      }
      add(group, std::move(share));
    }
  }

  // A document with all words of a compound that only the synonyms know has as much as the
  // compound.
  void add_as_joined(std::size_t begin, std::size_t end) {
    Alternative together{MatchSort::joined, {}, rarity(0) * static_cast<double>(end - begin)};
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_known(words_[i].term)) return;
      together.words.push_back({*words_[i].term, 0, false});
    }
    add_to_span(begin, end, together);
  }

  // "raads lid", "open space": words typed apart of which the joined word is known.
  void add_joined_words() {
    for (std::size_t begin = 0; begin + 1 < words_.size(); ++begin) {
      if (is_everywhere(words_[begin].term)) continue;  // "de uren" is no "deuren"
      std::string joined = words_[begin].typed->word;
      bool says_something = !is_function_word(words_[begin].term);
      for (std::size_t end = begin + 2; end <= std::min(begin + 3, words_.size()); ++end) {
        joined += words_[end - 1].typed->word;
        says_something = says_something || !is_function_word(words_[end - 1].term);
        if (joined.size() < 5 || !says_something) continue;  // "wat er" is no "water"
        std::string with_s = words_[begin].typed->word + 's' + words_[begin + 1].typed->word;
        for (const std::string& word : {joined, end == begin + 2 ? with_s : joined}) {
          const auto term = index_.find(word);
          const std::string lemma = term ? term->lemma : word;
          if (is_function_word(term)) continue;  // "er mee"
          if (is_known(term)) {
            add_to_span(
                begin, end,
                {MatchSort::joined, {{*term, 0, false}}, rarity_of(*term) * kJoinedWeight});
          } else if (options_.synonyms == nullptr || options_.synonyms->find({&lemma, 1}).empty()) {
            continue;
          } else {
            add_as_joined(begin, end);
          }
          joined_.push_back({begin, end, lemma, is_known(term) ? rarity_of(*term) : rarity(0)});
          break;
        }
      }
    }
  }

  // "legt … af": the particle of a separable verb, and a verb before it.
  void add_separable_verbs() {
    for (std::size_t i = 1; i < words_.size(); ++i) {
      const std::string& particle = words_[i].typed->word;
      if (particle.size() > kLongestParticle || !words_[i].term) continue;
      for (std::size_t back = 1; back <= std::min(i, kVerbReach); ++back) {
        const PlannedWord& verb = words_[i - back];
        if (is_function_word(verb.term) && is_function_word(words_[i].term)) continue;
        auto term = index_.find(particle + verb.lemma);
        if (!is_known(term)) term = index_.find(particle + verb.typed->word);
        if (!is_known(term) || term->is_function_word) continue;  // "dat … zo" is no "zodat"
        if (back == 1 && term->form == verb.typed->word + particle) continue;
        const Alternative joined{
            MatchSort::joined, {{*term, 0, false}}, rarity_of(*term) * kJoinedWeight};
        for (const std::size_t group : {verb.group, words_[i].group}) {
          Alternative share = joined;
          share.weight /= 2;
          add(group, std::move(share));
        }
        break;
      }
    }
  }

  void add_synonyms() {
    if (options_.synonyms == nullptr) return;
    std::vector<std::string> lemmas;
    for (const PlannedWord& word : words_) lemmas.push_back(word.lemma);
    const std::size_t longest = std::min(kMostSpan, options_.synonyms->longest());
    for (std::size_t begin = 0; begin < lemmas.size(); ++begin) {
      for (std::size_t end = begin + 1; end <= std::min(begin + longest, lemmas.size()); ++end) {
        // A synonym says no more than the word that was typed.
        const PlannedGroup& group = plan_.groups[words_[begin].group];
        const bool known_word = end == begin + 1 && !group.alternatives.empty();
        add_synonyms_of(begin, end, std::span(lemmas).subspan(begin, end - begin),
                        known_word ? group.rarity : rarity(0));
      }
    }
    add_synonyms_of_misspelt_words();
    for (const Joined& each : joined_) {
      add_synonyms_of(each.begin, each.end, {&each.lemma, 1}, each.rarity);
    }
  }

  // Words that no item has but the synonyms know, in a form that they do not ("ynwenners").
  void add_synonyms_of_misspelt_words() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const PlannedGroup& group = plan_.groups[words_[i].group];
      if (words_[i].term || !group.alternatives.empty()) continue;
      const std::string near = options_.synonyms->nearest(words_[i].typed->word);
      if (near.empty()) continue;
      // They say no more than the word that was meant.
      const auto meant = index_.find(near);
      const double most = is_known(meant) ? rarity_of(*meant) : group.rarity;
      add_synonyms_of(i, i + 1, {&near, 1}, most * kSpellingWeight);
    }
  }

  void add_synonyms_of(std::size_t begin, std::size_t end, std::span<const std::string> lemmas,
                       double most) {
    for (const Synonym& synonym : options_.synonyms->find(lemmas)) {
      Alternative alternative;
      alternative.sort = synonym.equal ? MatchSort::synonym : MatchSort::related;
      double rare = 0;
      for (const std::string& word : synonym.words) {
        const auto term = index_.find(word);
        if (!term || term->words.document_frequency == 0) {
          rare = 0;
          break;
        }
        rare = std::max(rare, rarity_of(*term));
        alternative.words.push_back({*term, 0, false});
        alternative.words.back().term.form_number = 0;
      }
      alternative.weight = std::min(rare, most) * (synonym.equal ? kSynonymWeight : kRelatedWeight);
      if (rare > 0) add_to_span(begin, end, alternative);
    }
  }

  // What a compound is made of, and for a word that the pack does not know those that it may be.
  void add_guesses() {
    for (const PlannedWord& word : words_) {
      PlannedGroup& group = plan_.groups[word.group];
      const bool known = word.term && word.term->words.document_frequency > 0;
      std::vector<std::string> parts =
          word.term ? word.term->form_parts : split_compound(word.typed->word, index_);
      if (parts.size() > 1) add_parts(word, parts, known ? group.rarity : rarity(0));
      // What a diminutive is derived from may stand beside other forms of it: "tuintjes".
      const bool is_derived = word.term && word.term->form != word.typed->word;
      if ((known && !is_derived) || word.typed->is_prefix) continue;
      // A word that is still being typed is no mistake while others begin so.
      const bool answered = std::ranges::any_of(group.alternatives, [](const auto& alternative) {
        return alternative.sort == MatchSort::joined ||
               alternative.sort == MatchSort::prefix;
      });
      if ((is_known(word.term) && !is_derived) || answered) continue;
      for (const NearWord& near : near_words_of(word)) {
        const auto term = index_.find(near.word);
        if (!term) continue;  // a damaged dictionary, out of order
        const double weight = kSpellingWeight / std::max(near.distance, 1u);
        add(word.group,
            {MatchSort::spelling, {{*term, 0, false}}, rarity_of(*term) * weight});
      }
      if (group.alternatives.empty()) plan_.unknown.push_back(group.word);
    }
  }

  std::vector<NearWord> near_words_of(const PlannedWord& word) {
    const std::string& typed = word.typed->word;
    if (!options_.last_is_prefix || word.typed != words_.back().typed) {
      return near_words(index_, typed, kMostNearWords);
    }
    std::vector<NearWord> near = near_words(index_, typed, kMostNearBeginnings, true);
    plan_.near_beginnings = {typed, near};
    if (std::ranges::any_of(near, &NearWord::is_whole)) {
      std::erase_if(near, [](const NearWord& each) { return !each.is_whole; });
    }
    near.resize(std::min(near.size(), kMostNearWords));
    return near;
  }

  void add_parts(const PlannedWord& word, const std::vector<std::string>& parts, double most) {
    Alternative split{MatchSort::split, {}, 0};
    double rare = 0;
    for (const std::string& part : parts) {
      const auto term = index_.find(part);
      if (!term || term->words.document_frequency == 0) return;
      rare += rarity_of(*term);
      split.words.push_back({*term, 0, false});
    }
    split.weight = std::min(rare, most) * kSplitWeight;
    add(word.group, split);
    if (!is_known(word.term) || word.term->document_frequency() < kFewDocuments) {
      add_each_part(word, split.words);
    }
  }

  // A compound that few documents have is asked for by each of its parts too, as if it were typed
  // apart.
  void add_each_part(const PlannedWord& word, const std::vector<TogetherWord>& parts) {
    const auto at = static_cast<std::size_t>(&word - words_.data());
    for (const TogetherWord& part : parts) {
      if (part.term.is_function_word) continue;
      const double most = rarity_of(part.term) * kPartWeight;
      add(word.group, {MatchSort::split, {part}, most});
      if (options_.synonyms != nullptr) add_synonyms_of(at, at + 1, {&part.term.lemma, 1}, most);
    }
  }

  Alternative phrase_of(const Phrase& phrase) const {
    Alternative alternative{MatchSort::phrase, {}, 1};
    for (std::uint32_t i = 0; i < phrase.size(); ++i) {
      const auto term = index_.find(phrase[i].word);
      if (!term || term->form_number == 0) return {MatchSort::phrase, {}, 0};
      alternative.words.push_back({*term, i, true});
    }
    return alternative;
  }

  void add_phrase(const Phrase& phrase) {
    PlannedGroup group;
    group.required = true;
    for (const QueryWord& word : phrase) group.word += (group.word.empty() ? "" : " ") + word.word;
    group.alternatives.push_back(phrase_of(phrase));
    for (const TogetherWord& word : group.alternatives.back().words) {
      group.rarity += rarity_of(word.term);
    }
    plan_.groups.push_back(std::move(group));
  }

  void exclude(const Phrase& phrase) {
    if (phrase.size() > 1) {
      plan_.excluded.push_back(phrase_of(phrase));
      return;
    }
    auto term = index_.find(phrase.front().word);
    if (term) plan_.excluded.push_back({MatchSort::typed, {{std::move(*term), 0, false}}, 1});
  }

  struct Joined {
    std::size_t begin, end;  // of the words that it joins
    std::string lemma;
    double rarity;
  };

  const SearchIndex& index_;
  const Scoring& scoring_;
  const PlanOptions& options_;
  std::vector<PlannedWord> words_;
  std::vector<Joined> joined_;
  QueryPlan plan_;
};

}  // namespace

QueryPlan plan_query(const Query& query, const SearchIndex& index, const Scoring& scoring,
                     const PlanOptions& options) {
  return Planner(index, scoring, options).plan(query);
}

}  // namespace landkaart::inline v0
