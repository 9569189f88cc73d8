// SPDX-License-Identifier: EUPL-1.2
// read_front_matter_text: what an editor reads in front matter, with the place of each piece.
#pragma once

#include <string_view>

#include "content-pack/compiler/editorial/item_text.h"
#include "content-pack/compiler/source_value.h"

namespace landkaart::inline v0 {

// Front matter as it was written, to find out where each line of a value stands.
struct WrittenYaml {
  std::string_view text;  // empty for JSON, whose values have no places
  unsigned first_line = 0;
};

// Adds passages and values.
void read_front_matter_text(const SourceValue& front_matter, const WrittenYaml& yaml,
                            ItemText& item);

}  // namespace landkaart::inline v0
