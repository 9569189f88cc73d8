// SPDX-License-Identifier: EUPL-1.2
#include "core/search/compound_split.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kLeastPartBytes = 4;
constexpr std::size_t kMostParts = 4;
// Bounds the work for a word that was made up to be slow: a word of 40 bytes has 700 beginnings and
// ends of parts, and each of them is looked up at most once.
constexpr std::size_t kMostCompoundBytes = 40;

class Splitter {
 public:
  Splitter(std::string_view word, const SearchIndex& index, std::span<const std::string_view> links)
      : word_(word), index_(index), links_(links) {
    assert(word.size() <= kMostCompoundBytes);
  }

  // The split of the bytes from `begin` to the end of the word into the fewest parts, at most
  // `most_parts`. The whole word itself is no split.
  std::vector<std::string> split(std::size_t begin, std::size_t most_parts) {
    const std::string_view rest = word_.substr(begin);
    if (begin > 0 && is_word(begin, rest.size())) return {std::string(rest)};
    std::vector<std::string> best;
    if (most_parts < 2) return best;
    for (std::size_t size = kLeastPartBytes; size + kLeastPartBytes <= rest.size(); ++size) {
      if (!is_word(begin, size)) continue;
      for (const std::string_view link : links_) {
        if (!rest.substr(size).starts_with(link)) continue;
        const std::size_t most = best.empty() ? most_parts : std::min(most_parts, best.size());
        std::vector<std::string> tail = split(begin + size + link.size(), most - 1);
        if (tail.empty() || (!best.empty() && tail.size() + 1 > best.size())) continue;
        tail.insert(tail.begin(), std::string(rest.substr(0, size)));
        best = std::move(tail);
      }
    }
    return best;
  }

 private:
  bool is_word(std::size_t begin, std::size_t size) {
    if (size < kLeastPartBytes) return false;
    std::optional<bool>& known = is_word_[begin][size];
    if (!known) {
      const auto term = index_.find(word_.substr(begin, size));
      known = term && term->words.document_frequency > 0;
    }
    return *known;
  }

  std::string_view word_;
  const SearchIndex& index_;
  std::span<const std::string_view> links_;
  // By the beginning and the length of a part; empty until the part was looked up.
  std::array<std::array<std::optional<bool>, kMostCompoundBytes + 1>, kMostCompoundBytes> is_word_;
};

}  // namespace

std::vector<std::string> split_compound(std::string_view word, const SearchIndex& index,
                                        std::span<const std::string_view> links) {
  if (word.size() < 2 * kLeastPartBytes || word.size() > kMostCompoundBytes) return {};
  return Splitter(word, index, links).split(0, kMostParts);
}

}  // namespace landkaart::inline v0
