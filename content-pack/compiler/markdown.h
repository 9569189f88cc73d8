// SPDX-License-Identifier: EUPL-1.2
// parse_markdown() converts Markdown to a tree of MarkupNode. The library md4c parses the Markdown.
#pragma once

#include <string>
#include <string_view>

#include "content-pack/compiler/mistakes.h"
#include "core/text/markup.h"

namespace landkaart::inline v0 {

// Where a text comes from. It decides what happens to relative links, which have no target in a
// pack. Text exported from another system keeps the words of such a link, and a note is added. In
// text written for the pack, a relative link is a mistake.
enum class TextOrigin { written_here, exported_elsewhere };

// Returns the normalised tree of a text that begins at `start` in its file. Adds a mistake for
// HTML other than comments and <br>, headings of level 1 and addresses that are not allowed.
MarkupNode parse_markdown(std::string_view markdown, TextOrigin origin, const SourcePosition& start,
                          MistakeList& mistakes);

}  // namespace landkaart::inline v0
