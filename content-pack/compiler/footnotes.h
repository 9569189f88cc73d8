// SPDX-License-Identifier: EUPL-1.2
// Footnotes of GitHub's Markdown, "[^1]" and "[^1]: text", which a pack does not have. CommonMark
// reads "[^1]: address" as the definition of a link.
#pragma once

#include <string_view>
#include <vector>

namespace landkaart::inline v0 {

struct FootnoteMark {
  std::size_t begin;      // of the bracket
  std::string_view mark;  // "[^1]", a part of the text
};

// The marks at the beginning of a line with a colon after them, also those in code.
std::vector<FootnoteMark> footnote_definitions(std::string_view markdown);
// All marks, in order, also those in code.
std::vector<FootnoteMark> footnote_marks(std::string_view markdown);

}  // namespace landkaart::inline v0
