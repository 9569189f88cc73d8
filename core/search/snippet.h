// SPDX-License-Identifier: EUPL-1.2
// The passage of a text that says most about a query, with the places of the words that were found.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace landkaart {

struct SnippetText {
  std::string text;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> highlights;  // begin and end, bytes of text
};

inline constexpr std::size_t kSnippetBytes = 160;
inline constexpr std::size_t kNoWord = static_cast<std::size_t>(-1);

// Which word of the query a folded word of the text answers, from 0, or kNoWord.
using WordMatcher = std::function<std::size_t(const std::string& word)>;

// Likewise of two words near each other that are one word apart ("nodigt … uit"). Only words that
// may be the particle of one are asked about.
struct ApartMatcher {
  std::function<bool(const std::string& word)> is_particle;
  std::function<std::size_t(const std::string& particle, const std::string& verb)> word;
};

// About `length` bytes at word borders, with "…" where something was left out. `matcher` gives
// numbers below `words`.
SnippetText make_snippet(std::string_view text, const WordMatcher& matcher, std::size_t words,
                         std::size_t length = kSnippetBytes, const ApartMatcher& apart = {});

}  // namespace landkaart
