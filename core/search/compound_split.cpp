// SPDX-License-Identifier: EUPL-1.2
#include "core/search/compound_split.h"

#include <algorithm>

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kLeastPart = 4;
constexpr std::size_t kMostParts = 4;
constexpr std::size_t kMostLetters = 40;  // a longer word is no compound that anyone types
constexpr std::string_view kLinks[] = {"", "s", "e", "en"};

class Splitter {
 public:
  Splitter(std::string_view word, const SearchIndex& index) : word_(word), index_(index) {}

  // The fewest parts of what is left from `begin`, at most `most`.
  std::vector<std::string> split(std::size_t begin, std::size_t most) const {
    const std::string_view rest = word_.substr(begin);
    if (begin > 0 && is_word(rest)) return {std::string(rest)};
    std::vector<std::string> best;
    if (most < 2) return best;
    for (std::size_t length = kLeastPart; length + kLeastPart <= rest.size(); ++length) {
      const std::string_view part = rest.substr(0, length);
      if (!is_word(part)) continue;
      for (const std::string_view link : kLinks) {
        if (!rest.substr(length).starts_with(link)) continue;
        const std::size_t allowed = best.empty() ? most - 1 : std::min(most, best.size()) - 1;
        std::vector<std::string> tail = split(begin + length + link.size(), allowed);
        if (tail.empty() || (!best.empty() && tail.size() + 1 > best.size())) continue;
        tail.insert(tail.begin(), std::string(part));
        best = std::move(tail);
      }
    }
    return best;
  }

 private:
  bool is_word(std::string_view part) const {
    if (part.size() < kLeastPart) return false;
    const auto term = index_.find(part);
    return term && term->words.document_frequency > 0;
  }

  std::string_view word_;
  const SearchIndex& index_;
};

}  // namespace

std::vector<std::string> split_compound(std::string_view word, const SearchIndex& index) {
  if (word.size() < 2 * kLeastPart || word.size() > kMostLetters) return {};
  return Splitter(word, index).split(0, kMostParts);
}

}  // namespace landkaart::inline v0
