// SPDX-License-Identifier: EUPL-1.2
#include "core/search/compound_split.h"

#include <algorithm>

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kLeastPartBytes = 4;
constexpr std::size_t kMostParts = 4;
constexpr std::size_t kMostCompoundBytes = 40;  // bounds the work for a word made up to be slow

class Splitter {
 public:
  Splitter(std::string_view word, const SearchIndex& index, std::span<const std::string_view> links)
      : word_(word), index_(index), links_(links) {}

  // The split of the bytes from `begin` to the end of the word into the fewest parts, at most
  // `most_parts`. The whole word itself is no split.
  std::vector<std::string> split(std::size_t begin, std::size_t most_parts) const {
    const std::string_view rest = word_.substr(begin);
    if (begin > 0 && is_word(rest)) return {std::string(rest)};
    std::vector<std::string> best;
    if (most_parts < 2) return best;
    for (std::size_t size = kLeastPartBytes; size + kLeastPartBytes <= rest.size(); ++size) {
      const std::string_view part = rest.substr(0, size);
      if (!is_word(part)) continue;
      for (const std::string_view link : links_) {
        if (!rest.substr(size).starts_with(link)) continue;
        const std::size_t most = best.empty() ? most_parts : std::min(most_parts, best.size());
        std::vector<std::string> tail = split(begin + size + link.size(), most - 1);
        if (tail.empty() || (!best.empty() && tail.size() + 1 > best.size())) continue;
        tail.insert(tail.begin(), std::string(part));
        best = std::move(tail);
      }
    }
    return best;
  }

 private:
  bool is_word(std::string_view part) const {
    if (part.size() < kLeastPartBytes) return false;
    const auto term = index_.find(part);
    return term && term->words.document_frequency > 0;
  }

  std::string_view word_;
  const SearchIndex& index_;
  std::span<const std::string_view> links_;
};

}  // namespace

std::vector<std::string> split_compound(std::string_view word, const SearchIndex& index,
                                        std::span<const std::string_view> links) {
  if (word.size() < 2 * kLeastPartBytes || word.size() > kMostCompoundBytes) return {};
  return Splitter(word, index, links).split(0, kMostParts);
}

}  // namespace landkaart::inline v0
