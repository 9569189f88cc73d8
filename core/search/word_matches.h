// SPDX-License-Identifier: EUPL-1.2
// WordMatches, which words of a text answer a query: any form of a lemma that was looked for, and
// compounds of which it is a part. For highlighting. Once made it may be used by several threads.
#pragma once

#include <bitset>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/search/analysed_text.h"
#include "core/search/query_plan.h"
#include "core/search/words_apart.h"

namespace landkaart::inline v0 {

class WordMatches {
 public:
  WordMatches(const QueryPlan& plan, const SearchIndex& index);

  // For each word of a text the number of the query's group that it answers, or kNoWord.
  std::vector<std::size_t> answers(const AnalysedText& text) const;

 private:
  static constexpr std::size_t kFilterBits = 4096;
  using Groups = std::unordered_map<WordKey, std::size_t>;

  void add_lemma(const std::string& lemma, std::size_t group);

  const SearchIndex& index_;
  Groups lemmas_;                           // with the first group that wants them
  Groups parts_;                            // as parts of compounds
  std::unordered_set<WordKey> beginnings_;  // of longer lemmas: what may be a verb's particle
  // Of lemmas and beginnings, by the low bits of their keys: nearly every word of a text is
  // neither.
  std::bitset<kFilterBits> wanted_;
};

}  // namespace landkaart::inline v0
