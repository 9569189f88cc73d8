// SPDX-License-Identifier: EUPL-1.2
// WordMatches, which words of a text answer a query: any form of a lemma that was looked for, and
// compounds of which it is a part. For highlighting.
#pragma once

#include <map>
#include <string>
#include <unordered_map>

#include "core/search/query_plan.h"

namespace landkaart {

class WordMatches {
 public:
  WordMatches(const QueryPlan& plan, const SearchIndex& index);

  // The number of the query's group that a folded word answers, or kNoWord.
  std::size_t operator()(const std::string& word);
  // Whether a word that was looked for begins with it.
  bool is_particle(const std::string& word) const;
  // The number of a verb whose particle stands apart in the text.
  std::size_t apart(const std::string& particle, const std::string& verb);

 private:
  std::size_t look_up(const std::string& word) const;

  const SearchIndex& index_;
  std::map<std::string, std::size_t> lemmas_;           // with the first group that wants them
  std::unordered_map<std::string, std::size_t> parts_;  // as parts of compounds
  std::unordered_map<std::string, std::size_t> known_;  // words that were looked up before
};

}  // namespace landkaart
