// SPDX-License-Identifier: EUPL-1.2
// inline_markdown, the inline nodes of one block as canonical Markdown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text/markup.h"

namespace landkaart::inline v0 {

enum class InlinePlace { lines, heading, table_cell };

// A break in a heading or cell, where Markdown has none, becomes a space.
std::string inline_markdown(const std::vector<MarkupNode>& nodes, InlinePlace place);

// A space that is dropped when it is read.
inline constexpr std::string_view kNothing = "&#32;";

// How often a letter stands there in a row.
std::size_t longest_run(std::string_view text, char letter);

}  // namespace landkaart::inline v0
