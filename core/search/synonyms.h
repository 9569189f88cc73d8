// SPDX-License-Identifier: EUPL-1.2
// Synonyms, the groups of a pack, found by the lemmas of words in any order. Equal words stand for
// each other both ways; related ones are led to and lead nowhere, but for those that no item has
// (a Frisian word): these lead to the term of their group.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/search/search_index.h"

namespace landkaart {

struct Synonym {
  std::vector<std::string> words;  // folded
  bool equal = false;              // or only related
};

class Synonyms {
 public:
  Synonyms() = default;
  // `json` is the section of the pack; what is not a group in it is passed over.
  Synonyms(std::string_view json, const SearchIndex& index);

  // For the lemmas of words that stand next to each other.
  std::span<const Synonym> find(std::span<const std::string> lemmas) const;
  // The single word that has synonyms and is spelt nearly as `word`; empty when there is none.
  std::string nearest(std::string_view word) const;
  // In words; no synonym is longer.
  std::size_t longest() const { return longest_; }

 private:
  using Words = std::vector<std::string>;

  // Whether the words are found as they are, or have synonyms already.
  bool is_answered(const Words& words, const Words& lemmas, const SearchIndex& index) const;
  // `lemmas` are those of `from`.
  void add(const Words& from, const Words& lemmas, const Words& to, bool equal);

  std::unordered_map<std::string, std::vector<Synonym>> synonyms_;
  std::vector<std::string> single_words_;
  std::size_t longest_ = 0;
};

// The lemma of a word, or the word itself when the pack does not know it.
std::string lemma_or_word(const SearchIndex& index, const std::string& word);

}  // namespace landkaart
