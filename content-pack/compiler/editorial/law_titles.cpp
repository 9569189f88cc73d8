// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/editorial/law_titles.h"

#include <algorithm>
#include <array>
#include <span>

namespace landkaart::inline v0 {
namespace {

constexpr auto kKnownTitles = std::to_array<std::string_view>({
#include "content-pack/compiler/editorial/law_titles.inc"
});

bool names_a_law(std::string_view folded) {
  return std::ranges::any_of(std::to_array<std::string_view>(
                                 {"wet", "besluit", "verordening", "regeling", "termijnenwet"}),
                             [&](std::string_view word) { return folded == word; });
}

LawTitle words_of(std::string_view text) {
  LawTitle words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) words.push_back(token.folded);
  return words;
}

bool starts_with_capital(std::string_view text) {
  return !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
}

const std::vector<LawTitle>& known_titles() {
  static const std::vector<LawTitle> kTitles = [] {
    std::vector<LawTitle> all;
    all.reserve(kKnownTitles.size());
    for (const std::string_view title : kKnownTitles) all.push_back(words_of(title));
    return all;
  }();
  return kTitles;
}

// The number of words of the longest of these titles that stands in the sentence at word `at`; 1
// when no title stands there.
std::size_t length_of_title(const Sentence& sentence, std::size_t at,
                            const std::vector<LawTitle>& titles) {
  const std::span<const Token> words = std::span(sentence.tokens).subspan(at);
  std::size_t longest = 1;
  for (const LawTitle& title : titles) {
    const bool fits = title.size() > longest && title.size() <= words.size();
    if (fits && std::ranges::equal(title, words.first(title.size()), {}, {}, &Token::folded)) {
      longest = title.size();
    }
  }
  return longest;
}

}  // namespace

std::vector<LawTitle> cited_law_titles(const ItemText& item) {
  std::vector<LawTitle> titles;
  for (const std::string& source : item.sources) {
    const std::string title = source.substr(0, source.find_first_of(",;("));
    if (!starts_with_capital(title)) continue;
    const LawTitle words = words_of(title);
    if (std::ranges::any_of(words, names_a_law)) titles.push_back(words);
  }
  return titles;
}

std::size_t words_in(const Sentence& sentence, const std::vector<LawTitle>& cited_titles) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < sentence.tokens.size(); ++words) {
    std::size_t length = 1;
    if (starts_with_capital(sentence.text.substr(sentence.tokens[at].begin))) {
      length = std::max(length_of_title(sentence, at, known_titles()),
                        length_of_title(sentence, at, cited_titles));
    }
    at += length;
  }
  return words;
}

}  // namespace landkaart::inline v0
