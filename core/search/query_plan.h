// SPDX-License-Identifier: EUPL-1.2
// QueryPlan: the meaning of a query for one pack. It lists, for each word of the query, the
// alternatives that answer the word, with their weights. plan_query() in query_planner.h makes it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/search/checkpoint.h"
#include "core/search/query.h"
#include "core/search/spelling.h"
#include "core/search/together.h"
#include "core/search/top_documents.h"
#include "landkaart/match_sort.h"

namespace landkaart::inline v0 {

// Factors for the sorts of alternatives. The weight of an alternative is the rarity of its word
// times the factor of its sort.
inline constexpr double kOtherFormWeight = 0.7;  // another inflected form than the one typed
inline constexpr double kSynonymWeight = 0.8;
inline constexpr double kRelatedWeight = 0.35;
inline constexpr double kPartWeight = 0.3;
inline constexpr double kSplitWeight = 0.7;
inline constexpr double kJoinedWeight = 1.0;
inline constexpr double kPrefixWeight = 0.7;        // for a word that is still being typed
inline constexpr double kSpellingWeight = 0.7;      // for one edit; half of it for two edits
inline constexpr double kFunctionWordWeight = 0.4;  // in a query of three words or more

// top_documents() accepts at most 64 groups; the caller adds one for titles.
inline constexpr std::size_t kMostPlannedGroups = 63;

// One way to answer a word of the query, such as the word itself or a synonym.
struct Alternative {
  MatchSort sort{};
  std::vector<TogetherWord> words;  // a document must contain all of them
  double weight = 0;
  // The documents that contain the phrase, once find_phrases() has looked them up.
  std::shared_ptr<const FoundTogether> found = nullptr;
};

// A word or phrase of the query. A document gets the score of the alternative that scores highest.
struct PlannedGroup {
  std::string word;   // as typed, folded
  double rarity = 0;  // inverse document frequency; decides how much a document loses without it
  bool required = false;
  // The word only holds a sentence together ("de", "van"), and the query has three words or more.
  bool is_function_word = false;
  std::vector<Alternative> alternatives;
};

// The words of the pack of which a beginning is near the last word of a query.
struct NearBeginnings {
  std::string typed;
  std::vector<NearWord> words;
};

// A word of the query that no rule but the spelling rule could answer.
struct UnresolvedWord {
  QueryWord typed;
  // The word of the pack that is spelt most nearly the same; empty when there is none. No value for
  // a word that is being typed, because the spelling rule compares beginnings with it.
  std::optional<std::string> nearest;
};

struct QueryPlan {
  std::vector<PlannedGroup> groups;   // at most kMostPlannedGroups
  std::vector<Alternative> excluded;  // a document that matches one of these is no hit
  std::vector<UnresolvedWord> unresolved;
  NearBeginnings near_beginnings = {};  // filled when the query is searched while it is typed
};

// Looks up the phrases of the plan: by word positions, or in the texts of documents for a pack
// without positions. Called once for a plan, because it can take longer than all other steps of a
// search together. The phrases share an allowance of work (see phrase_allowance()); documents that
// are beyond the allowance count when they have all words of the phrase, in any order. A phrase
// is looked up only in documents that can still be hits: those that have the phrases looked up
// before or, for a phrase to exclude, those that match the query without it. Throws what `read` and
// `checkpoint` throw. The search calls `checkpoint` at regular points.
void find_phrases(QueryPlan& plan, const SearchIndex& index, const Scoring& scoring,
                  const ReadField& read, const Checkpoint& checkpoint = {});

// The lists to score documents with. They can be used once; the plan can make any number of them.
// They keep `checkpoint`, and call it at regular points.
ScoreLists make_score_lists(const QueryPlan& plan, const SearchIndex& index, const Scoring& scoring,
                            const Checkpoint& checkpoint = {});

// The list of one alternative, or nullptr when no document matches it.
ScoreListPointer make_score_list(const Alternative& alternative, const SearchIndex& index,
                                 const Scoring& scoring, const Checkpoint& checkpoint = {});

}  // namespace landkaart::inline v0
