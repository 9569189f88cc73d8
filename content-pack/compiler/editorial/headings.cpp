// SPDX-License-Identifier: EUPL-1.2
// heading-order: the levels of headings must not skip a level, because users of screen readers
// navigate by headings. Level 1 is the title of the item.
#include "content-pack/compiler/editorial/rules.h"

namespace landkaart::inline v0 {

void find_skipped_headings(const ReadItem& item, Findings& findings) {
  unsigned level = 1;
  for (const TextHeading& heading : item.text.headings) {
    if (heading.level > level + 1) {
      const std::string actual = std::to_string(heading.level);
      if (level == 1) {
        findings.add(item.text, heading.place, Message::first_heading_too_deep, {actual});
      } else {
        findings.add(item.text, heading.place, Message::skipped_heading,
                     {std::to_string(level), actual, std::string(level + 1, '#')});
      }
    }
    level = heading.level;
  }
}

}  // namespace landkaart::inline v0
