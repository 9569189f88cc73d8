// SPDX-License-Identifier: EUPL-1.2
// PlanContext: what the rules of the query planner read and write.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/budget.h"
#include "core/search/query_planner.h"

namespace landkaart::inline v0 {

struct PlannedWord {
  const QueryWord* typed = nullptr;
  std::optional<Term> term;  // the entry of the dictionary, when there is one
  std::string lemma;         // the typed word, when there is no term
  std::size_t group = 0;     // number of its group in the plan
  // Its synonyms are those of a word that is spelt nearly the same.
  bool has_synonyms_of_near_word = false;
  // The word of the pack that is spelt most nearly as this one, as in UnresolvedWord::nearest.
  std::optional<std::string> nearest = {};
};

// Neighbouring words of the query that are one word together, which the pack or its synonyms have.
struct JoinedWord {
  std::size_t begin = 0, end = 0;  // words [begin, end) of the query
  std::string lemma;
  double rarity = 0;
};

struct PlanContext {
  PlanContext(const Query& wanted, const SearchIndex& searched, const Scoring& scored,
              const PlanOptions& asked)
      : query(wanted),
        index(searched),
        scoring(scored),
        options(asked),
        dictionary_work(
            kLeastDictionaryWork + kDictionaryWorkPerTerm * std::uint64_t{searched.terms().size()},
            "the search") {}

  // In letters compared (NearWordOptions::budget). The 48 words of a query compare fewer than 30
  // letters for each entry of a dictionary of Dutch words; a pack whose words all begin alike could
  // make them compare 3000.
  static constexpr std::uint64_t kLeastDictionaryWork = 4'000'000;
  static constexpr std::uint64_t kDictionaryWorkPerTerm = 64;

  const Query& query;
  const SearchIndex& index;
  const Scoring& scoring;
  const PlanOptions& options;
  Budget dictionary_work;          // of all words of the query that are completed or corrected
  std::vector<PlannedWord> words;  // one for each word of the query, in order
  std::vector<JoinedWord> joined_words;
  QueryPlan plan;

  PlannedGroup& group_of(const PlannedWord& word) { return plan.groups[word.group]; }
  const LanguageRules& language() const { return *options.language; }

  // How rare a word is, by the number of documents that contain it.
  double rarity(std::uint32_t document_frequency) const {
    return scoring.inverse_document_frequency(document_frequency);
  }
  double unknown_rarity() const { return rarity(0); }
  double rarity_of(const Term& term) const;

  bool is_being_typed(const PlannedWord& word) const {
    return options.last_is_prefix && word.typed == words.back().typed;
  }

  // Adds an alternative, unless the group has 48 already, or has the same one with this weight or
  // more. Completions do not count: a short beginning can have 64 of them.
  void add(std::size_t group, Alternative alternative);
  // Adds an alternative that answers the words [begin, end) together. Divides its weight among
  // their groups, so that it counts as one word; a joined word that the divided weight would put
  // below a word of the query gets the weight of that word.
  void add_to_span(std::size_t begin, std::size_t end, const Alternative& alternative);
};

// A document contains the word, or a compound of it.
bool is_known(const std::optional<Term>& term);
bool is_function_word(const std::optional<Term>& term);
// An alternative of one word.
Alternative alternative_of(MatchSort sort, const Term& term, double weight);

}  // namespace landkaart::inline v0
