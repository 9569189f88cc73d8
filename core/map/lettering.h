// SPDX-License-Identifier: EUPL-1.2
// text_width and break_lines, which estimate the width of text and break titles into lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace landkaart::inline v0 {

// The width of `text` in a common sans-serif face, in units of the drawing. Drawings give the
// title, each label of a place and each entry of the legend exactly this length (the attribute
// textLength), so that another font in a browser cannot make two labels overlap.
double text_width(std::string_view text, double font_size);

// Breaks `text` between words into at most `most_lines` lines of about the same length. A line that
// is more than 1.15 times as long as `width` is shortened and ends in an ellipsis.
std::vector<std::string> break_lines(std::string_view text, double font_size, double width,
                                     std::size_t most_lines);

}  // namespace landkaart::inline v0
