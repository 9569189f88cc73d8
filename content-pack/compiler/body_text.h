// SPDX-License-Identifier: EUPL-1.2
// read_body_text: what an editor reads in a body, with the place of each piece.
#pragma once

#include <string_view>

#include "content-pack/compiler/editorial/item_text.h"

namespace landkaart::inline v0 {

// Adds passages, headings, links and pictures. `first_line` is the line on which the body begins.
void read_body_text(std::string_view body, unsigned first_line, ItemText& item);

}  // namespace landkaart::inline v0
