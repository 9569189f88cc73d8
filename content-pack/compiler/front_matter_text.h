// SPDX-License-Identifier: EUPL-1.2
// read_front_matter_text() finds the texts in front matter for the editorial rules, each with its
// line and column.
#pragma once

#include <string_view>

#include "content-pack/compiler/editorial/item_text.h"
#include "content-pack/compiler/source_value.h"

namespace landkaart::inline v0 {

// The source text of front matter, from which the line and column of each value follow.
struct WrittenYaml {
  std::string_view text;    // empty for JSON, whose values have no lines and columns
  unsigned first_line = 0;  // line number of the first line of `text`
};

// Adds passages, and the values that the editorial rules use, to `item`.
void read_front_matter_text(const SourceValue& front_matter, const WrittenYaml& yaml,
                            ItemText& item);

}  // namespace landkaart::inline v0
