// SPDX-License-Identifier: EUPL-1.2
// The passage of a text that says most about a query, with the places of the words that were found.
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
  std::vector<std::pair<std::uint32_t, std::uint32_t>> highlights;  // begin and end, bytes of text
};

inline constexpr std::size_t kSnippetBytes = 160;
// About `length` bytes at word borders, with "…" where something was left out. `answers` has for
// each word of the text which one of the query it answers, below `words`, or kNoWord.
SnippetText make_snippet(const AnalysedText& text, std::span<const std::size_t> answers,
                         std::size_t words, std::size_t length = kSnippetBytes);

}  // namespace landkaart::inline v0
