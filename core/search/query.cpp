// SPDX-License-Identifier: EUPL-1.2
#include "core/search/query.h"

#include <algorithm>

#include "core/text/tokenizer.h"

namespace landkaart {
namespace {

// A longer text is a document, not a question; its first words are enough.
constexpr std::size_t kMostWords = 64;

void add_once(std::vector<std::string>& words, std::string word) {
  if (words.size() < kMostWords && std::ranges::find(words, word) == words.end()) {
    words.push_back(std::move(word));
  }
}

// A minus directly before the word, and not inside another ("co-creatie").
bool is_excluded(std::string_view text, const Token& token) {
  if (token.begin == 0 || text[token.begin - 1] != '-') return false;
  return token.begin == 1 || text[token.begin - 2] == ' ';
}

}  // namespace

Query parse_query(std::string_view text) {
  Query query;
  Tokenizer tokenizer(text);
  Token token;
  while (tokenizer.next(token)) {
    add_once(is_excluded(text, token) ? query.excluded : query.words, token.folded);
  }
  return query;
}

}  // namespace landkaart
