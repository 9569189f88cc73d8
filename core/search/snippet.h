// SPDX-License-Identifier: EUPL-1.2
// make_snippet(): the passage of a text with the most words of a query, and where those words are.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/search/words_apart.h"

namespace landkaart::inline v0 {

struct SnippetText {
  std::string text;
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      highlights;  // begin and end, in bytes of `text`
};

inline constexpr std::size_t kSnippetBytes = 160;

// A passage of at most about `length` bytes, cut between words, with "…" in place of the text
// before it and after it. `answers` holds for each word of the text the number of the query word
// that it answers, or kNoWord. The query has `query_words` words.
SnippetText make_snippet(const AnalysedText& text, std::span<const std::size_t> answers,
                         std::size_t query_words, std::size_t length = kSnippetBytes);

}  // namespace landkaart::inline v0
