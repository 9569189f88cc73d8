// SPDX-License-Identifier: EUPL-1.2
// QueryPlan, what a query means for one pack: for each word the alternatives that answer it, with
// their weights. Made once for a query; lists to score with are made from it as often as needed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/search/query.h"
#include "core/search/spelling.h"
#include "core/search/synonyms.h"
#include "core/search/together.h"
#include "core/search/top_documents.h"
#include "landkaart/match_sort.h"

namespace landkaart::inline v0 {

// What an alternative counts, times the rarity of its word.
inline constexpr double kOtherForm = 0.7;  // a sibling of the form that was typed
inline constexpr double kSynonymWeight = 0.8;
inline constexpr double kRelatedWeight = 0.35;
inline constexpr double kPartWeight = 0.3;
inline constexpr double kSplitWeight = 0.7;
inline constexpr double kJoinedWeight = 1.0;
inline constexpr double kPrefixWeight = 0.7;
inline constexpr double kSpellingWeight = 0.7;  // for one edit; half for two
inline constexpr double kPhraseWeight = 1.3;
inline constexpr double kFunctionWord = 0.4;  // in a query of three words or more

struct Alternative {
  MatchSort sort{};
  std::vector<TogetherWord> words;  // one, or several that must all occur
  double weight = 0;                // with rarity
  // A phrase that was looked for beforehand, see find_phrases.
  std::optional<FoundTogether> found = {};
};

struct PlannedGroup {
  std::string word;   // as typed, folded
  double rarity = 0;  // what "all words" counts it for
  bool required = false;
  bool is_function_word = false;  // in a query of more than such words
  std::vector<Alternative> alternatives;
};

// Words that begin nearly as one that is being typed and that none begins with.
struct NearBeginnings {
  std::string typed;
  std::vector<NearWord> words;
};

struct QueryPlan {
  std::vector<PlannedGroup> groups;
  std::vector<Alternative> excluded;
  std::vector<std::string> unknown;  // words that the pack has in no form
  NearBeginnings near_beginnings;    // of the last word, when it is searched as it is typed
};

struct PlanOptions {
  bool all_words = false;
  bool last_is_prefix = false;  // search as you type
  const Synonyms* synonyms = nullptr;
};

QueryPlan plan_query(const Query& query, const SearchIndex& index, const Scoring& scoring,
                     const PlanOptions& options);

// Where the pack has no positions, phrases are looked for in texts: once for a query, since that
// takes longer than everything else. Throws what `read` throws.
void find_phrases(QueryPlan& plan, const SearchIndex& index, const Scoring& scoring,
                  const ReadField& read);

ScoreLists make_score_lists(const QueryPlan& plan, const SearchIndex& index,
                            const Scoring& scoring);

// The list of one alternative; nullptr when it has no documents.
ScoreListPointer make_score_list(const Alternative& alternative, const SearchIndex& index,
                                 const Scoring& scoring);

}  // namespace landkaart::inline v0
