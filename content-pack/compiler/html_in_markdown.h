// SPDX-License-Identifier: EUPL-1.2
// Reads the HTML that an author wrote in Markdown: comments and <br> are allowed, all else is not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-pack/compiler/mistakes.h"

namespace landkaart::inline v0 {

struct HtmlPiece {
  enum class Sort { comment, line_break, tag, text };
  Sort sort;
  std::size_t offset;
  std::string_view text;  // "<!-- a -->", "<br>", "<div class=\"a\">", "words"
};

// Splits HTML into its pieces. White space between pieces is no piece.
std::vector<HtmlPiece> split_html(std::string_view html);

// The name in a tag, in lower case: "div" for "<DIV class=…>" and for "</div>". Empty for a
// declaration such as "<!DOCTYPE html>".
std::string name_in_tag(std::string_view tag);

// The advice for an element: "write **text**" for "b".
const Wording& markdown_instead_of(std::string_view element);

}  // namespace landkaart::inline v0
