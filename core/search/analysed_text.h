// SPDX-License-Identifier: EUPL-1.2
// AnalysedText, a text with the place, the lemma and the parts of each of its words: looked up
// once, for every query that asks about it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/search_index.h"

namespace landkaart::inline v0 {

// Stands for a word in memory (FNV-1a: Fowler, Noll and Vo, 1991). That two words share one is as
// good as impossible, and would mark a wrong word.
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
  WordKey form = kUnknownWord;       // as it stands there, folded
  WordKey lemma = kUnknownWord;      // when the dictionary has it
};

// A part of a compound of the text.
struct TextPart {
  std::uint32_t word = 0;  // number of the compound among the words
  WordKey lemma = kUnknownWord;
};

struct AnalysedText {
  std::string text;
  std::vector<TextWord> words;
  std::vector<TextPart> parts;  // in order of word

  std::string folded(const TextWord& word) const;  // as it was looked up
  std::size_t bytes() const;                       // of memory
};

struct AnalysedWord {
  std::string lemma;  // empty: unknown
  std::vector<std::string> parts;
};

using AnalyseWord = std::function<AnalysedWord(const std::string& folded)>;

AnalysedText analyse_text(std::string text, const AnalyseWord& analyse);
// With the dictionary of a pack. Throws Error(malformed).
AnalysedText analyse_text(std::string text, const SearchIndex& index);

}  // namespace landkaart::inline v0
