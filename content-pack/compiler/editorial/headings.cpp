// SPDX-License-Identifier: EUPL-1.2
// heading-order: the levels of headings must not skip a level, because users of screen readers
// navigate by headings. Level 1 is the title of the item.
#include "content-pack/compiler/editorial/rules.h"

namespace landkaart::inline v0 {

void find_skipped_headings(const ReadItem& item, Findings& findings) {
  unsigned level = 1;
  for (const Heading& heading : item.text.headings) {
    if (heading.level > level + 1) {
      const std::string wanted(level + 1, '#');
      findings.push_back(
          finding_at(item.text, heading.place, "heading-order",
                     level == 1 ? "the first heading has level " + std::to_string(heading.level) +
                                      ", and it must have level 2"
                                : "this heading skips a level: from " + std::to_string(level) +
                                      " to " + std::to_string(heading.level),
                     "begin this heading with " + wanted));
    }
    level = heading.level;
  }
}

}  // namespace landkaart::inline v0
