// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/editorial/law_titles.h"

#include <algorithm>
#include <array>
#include <span>

namespace landkaart {
namespace {

constexpr auto kKnownTitles = std::to_array<std::string_view>({
#include "content-pack/compiler/editorial/law_titles.inc"
});

bool names_a_law(std::string_view folded) {
  return std::ranges::any_of(std::to_array<std::string_view>(
                                 {"wet", "besluit", "verordening", "regeling", "termijnenwet"}),
                             [&](std::string_view word) { return folded == word; });
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) words.push_back(token.folded);
  return words;
}

bool starts_with_capital(std::string_view text) {
  return !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
}

// How many words of the sentence, from `at` on, are this title; 0 when they are not.
std::size_t title_length(const Sentence& sentence, std::size_t at, std::string_view title) {
  const std::vector<std::string> words = words_of(title);
  if (at + words.size() > sentence.tokens.size()) return 0;
  const bool same = std::ranges::equal(words, std::span(sentence.tokens).subspan(at, words.size()),
                                       {}, {}, &Token::folded);
  return same ? words.size() : 0;
}

}  // namespace

std::vector<std::string> cited_law_titles(const ItemText& item) {
  std::vector<std::string> titles;
  for (const std::string& source : item.sources) {
    const std::string title = source.substr(0, source.find_first_of(",;("));
    if (starts_with_capital(title) && std::ranges::any_of(words_of(title), names_a_law)) {
      titles.push_back(title);
    }
  }
  return titles;
}

std::size_t words_in(const Sentence& sentence, const std::vector<std::string>& cited_titles) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < sentence.tokens.size(); ++words) {
    const Token& token = sentence.tokens[at];
    std::size_t length = 1;
    if (starts_with_capital(sentence.text.substr(token.begin))) {
      for (const std::string_view title : kKnownTitles) {
        if (title.starts_with(sentence.text[token.begin])) {
          length = std::max(length, title_length(sentence, at, title));
        }
      }
      for (const std::string& title : cited_titles) {
        length = std::max(length, title_length(sentence, at, title));
      }
    }
    at += length;
  }
  return words;
}

}  // namespace landkaart
