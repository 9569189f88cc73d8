// SPDX-License-Identifier: EUPL-1.2
// From Markdown to Markup, by md4c.
#pragma once

#include <string>
#include <string_view>

#include "content-pack/compiler/mistakes.h"
#include "core/text/markup.h"

namespace landkaart::inline v0 {

// Where a text comes from. The relative links of another system lead nowhere in a pack: of those
// the words are kept, with a note. In text written for the pack they are mistakes.
enum class TextOrigin { written_here, exported_elsewhere };

// The normalised tree of a text that begins at `start` in its file. Raw HTML, first-level headings
// and addresses outside the allowed schemes are mistakes.
MarkupNode parse_markdown(std::string_view markdown, TextOrigin origin, const SourcePosition& start,
                          MistakeList& mistakes);

}  // namespace landkaart::inline v0
