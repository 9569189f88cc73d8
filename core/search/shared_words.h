// SPDX-License-Identifier: EUPL-1.2
// Finds the distinctive words that two texts share. They are shown as the reason why one item is
// related to another.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/search_index.h"

namespace landkaart::inline v0 {

// A distinctive word of some texts.
struct DistinctiveWord {
  std::string written;      // as the texts spell it where it first occurs
  std::uint32_t first = 0;  // number of the word, from 0, where it first occurs
  std::uint32_t count = 0;  // weighted number of occurrences
  std::uint32_t document_frequency = 0;
};

// A word that is in more than (all documents / 4) + 1 documents is not distinctive.
inline constexpr std::uint32_t kCommonDivisor = 4;

using DistinctiveWords = std::map<std::string, DistinctiveWord>;  // by lemma

struct WeightedText {
  std::string_view text;
  std::uint32_t weight = 1;  // number of occurrences that one occurrence in the text counts for
};

// The distinctive words of the texts: all words except function words, words of fewer than 4 bytes,
// words that the index does not have, and words in too many documents (see kCommonDivisor).
DistinctiveWords distinctive_words(const SearchIndex& index, std::span<const WeightedText> texts);

// The words with a count of at least `least` in both, spelt as in the first texts; at most `most`
// words, those that are rare in the index and frequent in the texts first. `documents` is the
// number of documents in the index.
std::vector<std::string> shared_words(const DistinctiveWords& first, const DistinctiveWords& second,
                                      std::uint32_t documents, std::uint32_t least,
                                      std::size_t most);

}  // namespace landkaart::inline v0
