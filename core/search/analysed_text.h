// SPDX-License-Identifier: EUPL-1.2
// AnalysedText: a text with, for each of its words, the place, the lemma and the compound parts.
// Made once for a text and then used by every query that needs snippets or phrases from the text.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/salted_hash.h"
#include "core/search/search_index.h"

namespace landkaart::inline v0 {

// A hash that stands for a word (FNV-1a: Fowler, Noll and Vo, 1991). Two different words have the
// same key with a chance of 1 in 2^64. The consequence would be a wrong highlight or, in a pack
// without word positions, a wrong match of a phrase.
using WordKey = std::uint64_t;
inline constexpr WordKey kUnknownWord = 0;

constexpr WordKey word_key(std::string_view word) {
  constexpr WordKey kOffset = 0xcbf29ce484222325;
  constexpr WordKey kPrime = 0x100000001b3;
  WordKey key = kOffset;
  for (const char letter : word) key = (key ^ static_cast<unsigned char>(letter)) * kPrime;
  return key;
}

struct TextWord {
  std::uint32_t begin = 0, end = 0;  // bytes of the text
  WordKey form = kUnknownWord;       // the word as written, folded
  WordKey lemma = kUnknownWord;      // kUnknownWord when the dictionary does not have the word
};

// A part of a compound that the text contains.
struct TextPart {
  std::uint32_t word = 0;  // number of the compound in AnalysedText::words
  WordKey lemma = kUnknownWord;
};

// Further words of a text get no snippet, no highlight and, in a pack without word positions, no
// match of a phrase. The limit bounds an AnalysedText to 18 MiB beside its text.
inline constexpr std::size_t kMostTextWords = 65'536;

struct AnalysedText {
  std::string text;
  std::vector<TextWord> words;  // at most kMostTextWords
  std::vector<TextPart> parts;  // sorted by word

  // The folded form of a word of the text, as it was given to the dictionary.
  std::string folded(const TextWord& word) const;
  // The memory that the text and its words take, for the bound of a cache.
  std::size_t bytes() const;
};

struct AnalysedWord {
  std::string lemma;               // empty when the word is unknown
  std::vector<std::string> parts;  // lemmas; empty when the word is no compound
};

using AnalyseWord = std::function<AnalysedWord(const std::string& folded)>;

// Analyses words, each distinct word once, for one thread that analyses one or more texts.
class WordAnalyser {
 public:
  struct Keys {
    WordKey lemma = kUnknownWord;
    std::vector<WordKey> parts;
  };

  explicit WordAnalyser(AnalyseWord analyse) : analyse_(std::move(analyse)) {}
  // Looks the words up in the dictionary of a pack. `index` must outlive the object.
  explicit WordAnalyser(const SearchIndex& index);

  // The keys for a word whose own key is `form`. They are valid until the next call. Throws what
  // the function `analyse` throws; Error(malformed) with the dictionary of a pack.
  const Keys& keys_of(WordKey form, const std::string& folded);

 private:
  AnalyseWord analyse_;
  std::unordered_map<WordKey, Keys, SaltedHash> known_;
};

AnalysedText analyse_text(std::string text, WordAnalyser& analyser);
AnalysedText analyse_text(std::string text, AnalyseWord analyse);
// Looks the words up in the dictionary of a pack. Throws Error(malformed).
AnalysedText analyse_text(std::string text, const SearchIndex& index);

}  // namespace landkaart::inline v0
