// SPDX-License-Identifier: EUPL-1.2
// unsupported-markdown: footnotes and definition lists, whose marks readers would see as text.
#include "content-pack/compiler/editorial/rules.h"

namespace landkaart::inline v0 {

void find_unsupported_markdown(const ReadItem& item, Findings& findings) {
  for (const UnsupportedMark& mark : item.text.unsupported_marks) {
    switch (mark.sort) {
      case UnsupportedMark::Sort::footnote:
        findings.add(item.text, mark.place, Message::footnote, {mark.text});
        break;
      case UnsupportedMark::Sort::definition:
        findings.add(item.text, mark.place, Message::definition_list);
        break;
    }
  }
}

}  // namespace landkaart::inline v0
