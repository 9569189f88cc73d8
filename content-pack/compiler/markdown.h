// SPDX-License-Identifier: EUPL-1.2
// From Markdown to Markup, by md4c.
#pragma once

#include <string>
#include <string_view>

#include "content-pack/compiler/mistakes.h"
#include "core/text/markup.h"

namespace landkaart {

// The normalised tree of a text that begins at `start` in its file. Raw HTML, first-level headings and
// addresses outside the allowed schemes are mistakes.
MarkupNode parse_markdown(std::string_view markdown, const SourcePosition& start,
                          MistakeList& mistakes);

}  // namespace landkaart
