// SPDX-License-Identifier: EUPL-1.2
// inline_markdown, which writes the inline nodes of one block as canonical Markdown.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/text/markup.h"

namespace landkaart::inline v0 {

// Where the inline nodes are written: in a paragraph of one or more lines, in a heading that begins
// with #, or in a cell of a table.
enum class InlinePlace { lines, heading, table_cell };

// Writes a line break as <br> in a heading or cell, because Markdown has no line breaks there.
std::string inline_markdown(std::span<const MarkupNode> nodes, InlinePlace place);

// A space, written as an entity. Markdown sees text, but normalise() removes the space at the edge
// of a block. It stands where a line must not be empty or must not begin with '['.
inline constexpr std::string_view kDroppedSpace = "&#32;";

// The length of the longest run of `letter` in `text`: 3 for '`' in "a``b```".
std::size_t longest_run(std::string_view text, char letter);

}  // namespace landkaart::inline v0
