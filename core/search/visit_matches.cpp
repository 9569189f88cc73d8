// SPDX-License-Identifier: EUPL-1.2
#include "core/search/visit_matches.h"

#include <algorithm>
#include <span>

#include "core/search/window_bits.h"

namespace landkaart::inline v0 {
namespace {

// The documents of [begin, end) that at least one of the lists holds.
WindowBits documents_of(std::span<const ScoreListPointer> lists, std::uint32_t begin,
                        std::uint32_t end) {
  WindowBits found{};
  for (const ScoreListPointer& list : lists) list->mark(begin, end, found);
  return found;
}

// The documents of [begin, end) that match, without regard to `accepts`.
WindowBits matches_in(const ScoreLists& lists, std::uint32_t begin, std::uint32_t end) {
  const bool has_required = std::ranges::any_of(lists.groups, &ScoreGroup::required);
  WindowBits matches{};
  if (has_required) matches.fill(~std::uint64_t{0});
  for (const ScoreGroup& group : lists.groups) {
    if (has_required && !group.required) continue;
    const WindowBits found = documents_of(group.lists, begin, end);
    for (std::size_t i = 0; i < matches.size(); ++i) {
      matches[i] = has_required ? matches[i] & found[i] : matches[i] | found[i];
    }
  }
  const WindowBits excluded = documents_of(lists.excluded, begin, end);
  for (std::size_t i = 0; i < matches.size(); ++i) matches[i] &= ~excluded[i];
  return matches;
}

}  // namespace

void visit_matches(ScoreLists lists, std::uint32_t documents, const Accepts& accepts,
                   const std::function<void(std::uint32_t document)>& visit) {
  for (std::uint32_t begin = 0; begin < documents; begin += kWindowDocuments) {
    if (lists.checkpoint) lists.checkpoint();
    const std::uint32_t end = std::min(begin + kWindowDocuments, documents);
    for_each_slot(matches_in(lists, begin, end), [&](std::uint32_t slot) {
      if (!accepts || accepts(begin + slot)) visit(begin + slot);
    });
  }
}

}  // namespace landkaart::inline v0
