// SPDX-License-Identifier: EUPL-1.2
// Synonyms: the synonym groups of a pack, found by the lemmas of neighbouring words in any order.
//
// A group has a term, words that are equal to it, and related words. A search for one of the equal
// words finds the others and the related words. A search for a related word does not find the
// group, because every related word would then bring all of its groups. The exception is a related
// word that the dictionary of the pack lacks, such as a Frisian word: a search for it finds the
// term.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/salted_hash.h"
#include "core/search/search_index.h"

namespace landkaart::inline v0 {

struct Synonym {
  std::vector<std::string> words;  // folded
  bool is_equal = false;           // false: only related
};

class Synonyms {
 public:
  Synonyms() = default;
  // Reads the JSON of the section `synonyms` of a pack. Skips every part of it that is no group.
  // Throws Error(limit_exceeded) for more groups than limits::kSynonymGroups, or a group with more
  // equal and related words than limits::kSynonymsOfWord. Time is linear in the length of `json`.
  Synonyms(std::string_view json, const SearchIndex& index);
  Synonyms(Synonyms&&) = default;
  Synonyms& operator=(Synonyms&&) = default;

  // The synonyms of one word, or of several neighbours together, by their lemmas. At most
  // limits::kSynonymsOfWord: when a word is in several groups, those of the first groups.
  std::vector<Synonym> find(std::span<const std::string> lemmas) const;
  // The word that has synonyms and is spelt nearest to `word`, within allowed_edits(). Empty when
  // there is none.
  std::string nearest(std::string_view word) const;
  // The number of words of the longest entry that find() can find.
  std::size_t longest() const { return longest_; }

 private:
  using Words = std::vector<std::string>;

  struct Group {
    std::vector<Words> equal;  // the first is the term
    std::vector<Words> related;
  };

  // An entry of a group for which find() has an answer.
  struct Place {
    std::size_t group = 0;
    std::size_t entry = 0;    // number in Group::equal
    bool is_related = false;  // the entry is a related word, and its only synonym is the term
  };

  // A word of an entry of one word. nearest() compares the letters first, because that takes a
  // hundredth of the time of a comparison of the words.
  struct SingleWord {
    std::string_view word;      // of a key of places_
    std::uint32_t letters = 0;  // see letters_of() in the source file
  };

  void add_place(const Words& words, const Words& lemmas, const Place& place);
  void append_synonyms(const Place& place, std::vector<Synonym>& synonyms) const;

  std::vector<Group> groups_;
  std::unordered_map<std::string, std::vector<Place>, SaltedHash> places_;  // by sorted lemmas
  std::vector<SingleWord> single_words_;  // in order of length, and then of word
  std::size_t longest_ = 0;
};

}  // namespace landkaart::inline v0
