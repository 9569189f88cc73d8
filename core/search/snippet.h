// SPDX-License-Identifier: EUPL-1.2
// The passage of a text that says most about a query, with the places of the words that were found.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace landkaart {

struct SnippetText {
  std::string text;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> highlights;  // begin and end, bytes of text
};

// About `length` bytes at word borders, with "…" where something was left out. `words` are folded.
SnippetText make_snippet(std::string_view text, const std::vector<std::string>& words,
                         std::size_t length = 160);

}  // namespace landkaart
