// SPDX-License-Identifier: EUPL-1.2
#include "core/search/visit_matches.h"

#include <algorithm>
#include <span>
#include <vector>

#include "core/search/candidate_window.h"

namespace landkaart::inline v0 {
namespace {

class MatchFinder {
 public:
  // The documents of [begin, end) that match, without regard to `accepts`.
  WindowBits matches(const ScoreLists& lists, std::uint32_t begin, std::uint32_t end) {
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

 private:
  // The documents of [begin, end) that at least one of the lists holds. With an empty group bit the
  // accumulator sets the slot of every document and never compares scores.
  WindowBits documents_of(std::span<const ScoreListPointer> lists, std::uint32_t begin,
                          std::uint32_t end) {
    constexpr double kEveryScore = 0;  // each posting has a score above 0
    WindowBits found{};
    const GroupAccumulator accumulator{0, scores_.data(), candidates_.data(), &found};
    for (const ScoreListPointer& list : lists)
      list->accumulate(begin, end, kEveryScore, accumulator);
    return found;
  }

  // Written by the accumulator and never read. They are on the heap because a thread may have a
  // stack of only 128 KiB.
  std::vector<double> scores_ = std::vector<double>(kWindowDocuments);
  std::vector<Candidate> candidates_ = std::vector<Candidate>(kWindowDocuments);
};

}  // namespace

void visit_matches(ScoreLists lists, std::uint32_t documents, const Accepts& accepts,
                   const std::function<void(std::uint32_t document)>& visit) {
  MatchFinder finder;
  for (std::uint32_t begin = 0; begin < documents; begin += kWindowDocuments) {
    if (lists.checkpoint) lists.checkpoint();
    const std::uint32_t end = std::min(begin + kWindowDocuments, documents);
    for_each_slot(finder.matches(lists, begin, end), [&](std::uint32_t slot) {
      if (!accepts || accepts(begin + slot)) visit(begin + slot);
    });
  }
}

}  // namespace landkaart::inline v0
