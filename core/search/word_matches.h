// SPDX-License-Identifier: EUPL-1.2
// WordMatches finds the words of a text that answer a query, to highlight them: the forms of each
// lemma that the query asks for, and compounds that contain a typed word. In a query of three words
// or more it leaves out function words, unless the query has no other words.
#pragma once

#include <bitset>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/language/separable_verbs.h"
#include "core/search/analysed_text.h"
#include "core/search/query_plan.h"
#include "core/search/words_apart.h"

namespace landkaart::inline v0 {

// Immutable after construction, so several threads may use it at the same time.
class WordMatches {
 public:
  // `particles` are those of the language of the pack. `index` must outlive this.
  WordMatches(const QueryPlan& plan, const SearchIndex& index,
              std::span<const SeparableParticle> particles);

  // For each word of a text the number of the query's group that it answers, or kNoWord.
  std::vector<std::size_t> answers(const AnalysedText& text) const;

 private:
  static constexpr std::size_t kFilterBits = 4096;
  using Groups = std::unordered_map<WordKey, std::size_t>;

  void add_alternative(const Alternative& alternative, std::size_t group);
  void add_lemma(const std::string& lemma, std::size_t group);

  const SearchIndex& index_;
  std::span<const SeparableParticle> particles_;
  Groups lemmas_;                                 // each with the first group that asks for it
  Groups parts_;                                  // lemmas that may be a part of a compound
  std::unordered_set<WordKey> wanted_particles_;  // with which one of lemmas_ begins
  // The bits of the keys in lemmas_ and wanted_particles_, modulo kFilterBits. A clear bit proves
  // that a word is in neither, which spares two look-ups for nearly every word of a text.
  std::bitset<kFilterBits> filter_;
};

}  // namespace landkaart::inline v0
