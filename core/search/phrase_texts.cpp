// SPDX-License-Identifier: EUPL-1.2
#include "core/search/phrase_texts.h"

#include <algorithm>

#include "core/text/tokenizer.h"

namespace landkaart {
namespace {

constexpr std::size_t kMostWords = 64;  // bits

}  // namespace

PhraseTexts::PhraseTexts(const SearchIndex& index, std::vector<PhraseWord> phrase,
                         const ReadField& read)
    : index_(index), phrase_(std::move(phrase)), read_(read) {
  std::ranges::stable_sort(phrase_, {}, &PhraseWord::offset);
  if (phrase_.size() > kMostWords) phrase_.resize(kMostWords);
}

bool PhraseTexts::stands_in(std::uint32_t document, std::size_t field) {
  const std::string text = read_(document, field);
  std::vector<std::uint64_t> words;  // one for each word of the text
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) words.push_back(words_of(token.folded));
  const std::size_t length = phrase_.back().offset + std::size_t{1};
  for (std::size_t begin = 0; begin + length <= words.size(); ++begin) {
    std::uint64_t bit = 1;
    const bool found = std::ranges::all_of(phrase_, [&](const PhraseWord& word) {
      const bool is_there = (words[begin + word.offset] & bit) != 0;
      bit <<= 1;
      return is_there;
    });
    if (found) return true;
  }
  return false;
}

std::uint64_t PhraseTexts::words_of(const std::string& folded) {
  const auto [known, is_new] = known_.try_emplace(folded, 0);
  if (!is_new) return known->second;
  const auto term = index_.find(folded);
  for (std::size_t i = 0; term && i < phrase_.size(); ++i) {
    if (phrase_[i].lemma == term->lemma) known->second |= std::uint64_t{1} << i;
  }
  return known->second;
}

}  // namespace landkaart
