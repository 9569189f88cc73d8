// SPDX-License-Identifier: EUPL-1.2
// parse_with_md4c(), the only function that calls md4c. Use walk_markdown() to read a body.
#pragma once

#include <string_view>

#include "content-pack/compiler/markdown_walk.h"

namespace landkaart::inline v0 {

// Calls the visitor for CommonMark with the tables, strikethrough and task lists of GitHub. The
// views that the visitor receives point into the text that it receives in begin().
void parse_with_md4c(std::string_view markdown, MarkdownVisitor& visitor);

}  // namespace landkaart::inline v0
