// SPDX-License-Identifier: EUPL-1.2
// Query, what a person typed, taken apart: words, "phrases", -exclusions, prefix*, and filters such
// as kind:topic. Everything else is text; no input is an error.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace landkaart::inline v0 {

struct QueryWord {
  std::string word;         // folded
  std::uint32_t begin = 0;  // bytes in the text
  std::uint32_t end = 0;
  bool is_prefix = false;  // a star behind it

  bool operator==(const QueryWord& other) const { return word == other.word; }
};

using Phrase = std::vector<QueryWord>;

struct Query {
  std::vector<QueryWord> words;  // outside of phrases, in the order typed
  std::vector<Phrase> phrases;   // of two words or more
  std::vector<Phrase> excluded;  // words, or phrases
  std::vector<std::pair<std::string, std::string>> filters;

  bool empty() const { return words.empty() && phrases.empty(); }
};

// Whether name:value is a filter rather than text.
using IsFilter = std::function<bool(std::string_view name, std::string_view value)>;

Query parse_query(std::string_view text, const IsFilter& is_filter = {});

}  // namespace landkaart::inline v0
