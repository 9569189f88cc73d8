// SPDX-License-Identifier: EUPL-1.2
// SearchState: one query with the pack that answers it. The hits and the result of a search share
// it.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/once.h"
#include "core/language/language_rules.h"
#include "core/pack/item_filter.h"
#include "core/pack/pack_state.h"
#include "core/search/checkpoint.h"
#include "core/search/match_set.h"
#include "core/search/query_plan.h"
#include "core/search/word_matches.h"

namespace landkaart::inline v0 {

// A hit before it becomes a Hit.
struct RankedDocument {
  std::uint32_t document = 0;
  double score = 0;
  bool has_passage_score = false;
};

// A document of as-you-type search, for suggestions.
struct TitledDocument {
  std::uint32_t document = 0;
  bool has_word_in_title = false;
};

// Call order: the constructor, then rank() at most once, then any const functions from any thread.
class SearchState : public std::enable_shared_from_this<SearchState> {
 public:
  // Parses and plans the query. Throws Error: malformed, time_limit_exceeded.
  SearchState(std::shared_ptr<const PackState> pack, std::string_view text,
              const SearchOptions& options);

  // Finds the hits.
  void rank();

  std::size_t size() const { return ranking_.size(); }
  Hit hit(std::size_t rank) const;
  Snippet snippet(std::size_t rank) const;
  std::vector<Explanation> explain(std::size_t rank) const;

  std::uint64_t total() const;
  Facets facets() const;
  std::optional<std::string> suggestion() const;
  Offers offers() const;

  // The best documents, without the scores that rank() adds for passages.
  std::vector<TitledDocument> titled() const;
  const NearBeginnings& near_beginnings() const { return plan_.near_beginnings; }

 private:
  // The documents whose title is the query, with a score that is higher than any score for the
  // words of the query.
  struct TitleMatches {
    std::string title;
    std::vector<std::uint32_t> documents;
    double score = 0;
  };

  // Returns a function that throws Error(time_limit_exceeded) once the time limit, counted from
  // this call, is over. Returns an empty function when there is no limit.
  Checkpoint make_checkpoint() const;
  const SearchIndex& index() const { return pack_->index; }
  Ordinal item_of(std::uint32_t document) const { return index().order().item_of(document); }

  void read_filters_of_query();
  ItemFilter filter_values() const;
  bool weighs_kinds() const;
  TitleMatches title_matches() const;
  ScoreLists lists(const Checkpoint& checkpoint) const;
  Accepts filter() const;
  const MatchSet& matches() const;
  // The word of the pack that is spelt most nearly as `word`; empty when there is none.
  std::string nearest_word(const std::string& word) const;
  double all_words_factor(double rarity_found) const;
  std::optional<Explanation> explain_group(const PlannedGroup& group, std::uint32_t document) const;
  void explain_passages(std::uint32_t document, std::vector<Explanation>& explanations) const;

  std::shared_ptr<const PackState> pack_;
  std::string text_;
  SearchOptions options_;
  const LanguageRules& language_;
  Checkpoint checkpoint_;  // of the search itself: the constructor, rank() and titled()
  Query query_;
  QueryPlan plan_;
  std::optional<CompiledFilter> filter_;
  std::vector<RankedDocument> ranking_;  // the hits of the result, best first
  // The first total() or facets() finds the matches, the first snippet() makes word_matches_.
  mutable Once matches_found_, word_matches_made_;
  mutable MatchSet matches_;
  mutable std::optional<WordMatches> word_matches_;
};

}  // namespace landkaart::inline v0
