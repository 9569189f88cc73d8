// SPDX-License-Identifier: EUPL-1.2
#include "core/search/spelling.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "core/text/utf8.h"

namespace landkaart {

unsigned allowed_edits(std::size_t letters) { return letters <= 4 ? 0 : letters <= 8 ? 1 : 2; }

unsigned edit_distance(std::string_view a, std::string_view b, unsigned most) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > most) return most + 1;
  std::vector<unsigned> before(b.size() + 1);
  std::vector<unsigned> previous(b.size() + 1);
  std::vector<unsigned> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = static_cast<unsigned>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = static_cast<unsigned>(i);
    unsigned least = current[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const unsigned change = a[i - 1] == b[j - 1] ? 0 : 1;
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
      least = std::min(least, current[j]);
    }
    if (least > most) return most + 1;
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return std::min(previous[b.size()], most + 1);
}

std::optional<std::string> nearest_word(const SearchIndex& index, std::string_view word) {
  const unsigned allowed = allowed_edits(word.size());
  if (allowed == 0 || index.find(word)) return std::nullopt;
  const std::string_view first = word.substr(0, 1);
  std::optional<std::string> nearest;
  unsigned least = allowed + 1;
  std::uint32_t frequency = 0;
  for (auto walker = index.terms().walk_from(first);
       !walker.at_end() && walker.key().starts_with(first); walker.next()) {
    const unsigned distance = edit_distance(word, walker.key(), allowed);
    if (distance > allowed || distance > least) continue;
    const TermEntry entry = decode_term_entry(walker.value(), index.header().has_positions);
    if (distance < least || entry.document_frequency > frequency) {
      nearest = checked_utf8(walker.key());
      least = distance;
      frequency = entry.document_frequency;
    }
  }
  return nearest;
}

}  // namespace landkaart
