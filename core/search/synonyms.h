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

namespace landkaart::inline v0 {

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
  std::vector<Synonym> find(std::span<const std::string> lemmas) const;
  // The single word that has synonyms and is spelt nearly as `word`; empty when there is none.
  std::string nearest(std::string_view word) const;
  // In words; no synonym is longer.
  std::size_t longest() const { return longest_; }

 private:
  using Words = std::vector<std::string>;

  struct Group {
    std::vector<Words> equal, related;  // the term is the first that is equal
  };

  // Where words stand that have synonyms; what those are is put together when somebody asks.
  struct Place {
    std::size_t group = 0;
    std::size_t phrase = 0;   // of the equal ones
    bool is_related = false;  // instead: leads back to the term
  };

  void add_place(const Words& words, const Words& lemmas, const Place& place);
  void append_synonyms(const Place& place, std::vector<Synonym>& synonyms) const;

  std::vector<Group> groups_;
  std::unordered_map<std::string, std::vector<Place>> places_;
  std::vector<std::string> single_words_;
  std::size_t longest_ = 0;
};

}  // namespace landkaart::inline v0
