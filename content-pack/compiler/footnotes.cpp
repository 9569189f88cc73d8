// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/footnotes.h"

#include <algorithm>

namespace landkaart::inline v0 {
namespace {

constexpr std::string_view kOpening = "[^";

// The mark "[^label]" at `begin`; empty when another text is there.
std::string_view mark_at(std::string_view markdown, std::size_t begin) {
  if (!markdown.substr(begin).starts_with(kOpening)) return {};
  const std::size_t end = markdown.find_first_of("[] \t\n", begin + kOpening.size());
  if (end == std::string_view::npos || markdown[end] != ']') return {};
  const bool empty = end == begin + kOpening.size();
  return empty ? std::string_view() : markdown.substr(begin, end + 1 - begin);
}

bool is_escaped(std::string_view markdown, std::size_t at) {
  const std::size_t before = markdown.find_last_not_of('\\', at - 1);
  return at > 0 && (at - 1 - before) % 2 == 1;  // before is npos, -1, when all are backslashes
}

}  // namespace

std::vector<FootnoteMark> footnote_definitions(std::string_view markdown) {
  constexpr std::string_view kBeforeText = " \t>-+*.)0123456789";  // marks of quotations and lists
  std::vector<FootnoteMark> definitions;
  for (std::size_t line = 0; line < markdown.size();) {
    const std::size_t begin =
        std::min(markdown.find_first_not_of(kBeforeText, line), markdown.size());
    const std::string_view mark = mark_at(markdown, begin);
    if (!mark.empty() && markdown.substr(begin + mark.size()).starts_with(':')) {
      definitions.push_back({begin, mark});
    }
    line = std::min(markdown.find('\n', begin), markdown.size() - 1) + 1;
  }
  return definitions;
}

std::vector<FootnoteMark> footnote_marks(std::string_view markdown) {
  std::vector<FootnoteMark> marks;
  for (std::size_t at = markdown.find(kOpening); at != std::string_view::npos;
       at = markdown.find(kOpening, at + 1)) {
    const std::string_view mark = mark_at(markdown, at);
    if (!mark.empty() && !is_escaped(markdown, at)) marks.push_back({at, mark});
  }
  return marks;
}

}  // namespace landkaart::inline v0
