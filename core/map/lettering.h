// SPDX-License-Identifier: EUPL-1.2
// How much room words take when they are lettered on a map, and where to break them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace landkaart::inline v0 {

// Of a common sans-serif face, in units of the font size. Drawings fix the length of each line to
// it, so that no fallback font can make two labels overlap.
double text_width(std::string_view text, double font_size);

// At most `most_lines` lines of about the same length, broken between words. A title that is too
// long for that ends in an ellipsis.
std::vector<std::string> break_lines(std::string_view text, double font_size, double width,
                                     std::size_t most_lines);

}  // namespace landkaart::inline v0
