// SPDX-License-Identifier: EUPL-1.2
// Query: the text that a person typed, parsed into words, "phrases", -exclusions, beginnings* and
// filters such as kind:topic. Everything else is text. Every string is a valid query.
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
  std::uint32_t begin = 0;  // bytes [begin, end) of the text
  std::uint32_t end = 0;
  bool is_prefix = false;  // a star follows it: "installa*"

  bool operator==(const QueryWord& other) const { return word == other.word; }
};

using Phrase = std::vector<QueryWord>;

struct Query {
  std::vector<QueryWord> words;  // outside phrases, in the order typed; at most 48
  std::vector<Phrase> phrases;   // of two words or more; at most 8, no two equal
  std::vector<Phrase> excluded;  // of one word or more; at most 8, no two equal
  std::vector<std::pair<std::string, std::string>> filters;  // name and value
};

// Decides whether "name:value" in the text is a filter. All other text with a colon is searched.
using IsFilter = std::function<bool(std::string_view name, std::string_view value)>;

// Without `is_filter` a query has no filters.
Query parse_query(std::string_view text, const IsFilter& is_filter = {});

}  // namespace landkaart::inline v0
