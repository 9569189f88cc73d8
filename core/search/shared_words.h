// SPDX-License-Identifier: EUPL-1.2
// The telling words that two texts share, as lemmas: why one is related to the other.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/search_index.h"

namespace landkaart::inline v0 {

struct TellingWord {
  std::string written;      // as it first stands in the text
  std::uint32_t first = 0;  // which word of the texts that is
  std::uint32_t count = 0;
  std::uint32_t document_frequency = 0;
};

// A word of over this part of all documents tells nothing.
inline constexpr std::uint32_t kCommonShare = 4;

using TellingWords = std::map<std::string, TellingWord>;  // by lemma

struct WeightedText {
  std::string_view text;
  std::uint32_t weight = 1;  // a word counts as so many
};

// Without words that only hold a sentence together, short ones, and those of over a quarter of all
// documents.
TellingWords telling_words(const SearchIndex& index, std::span<const WeightedText> texts);

// What counts for at least `least` in both, the rarest and most used first, as it stands in the
// first.
std::vector<std::string> shared_words(const TellingWords& first, const TellingWords& second,
                                      std::uint32_t documents, std::uint32_t least,
                                      std::size_t most);

}  // namespace landkaart::inline v0
