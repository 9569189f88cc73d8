// SPDX-License-Identifier: EUPL-1.2
// read_body_text() finds the passages, headings, links and pictures in a body for the editorial
// rules, each with its line and column.
#pragma once

#include <string_view>

#include "content-pack/compiler/editorial/item_text.h"

namespace landkaart::inline v0 {

// Adds to passages, headings, links and pictures of `item`. `first_line` is the number of the line
// on which the body begins.
void read_body_text(std::string_view body, unsigned first_line, ItemText& item);

}  // namespace landkaart::inline v0
