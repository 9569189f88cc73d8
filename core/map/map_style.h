// SPDX-License-Identifier: EUPL-1.2
// The colours, fonts and lines of a map. One table (map_style.inc) lists the classes and the
// colours that they use. Both the literal attributes in a stand-alone SVG file and the stylesheet
// for a page are generated from that table.
#pragma once

#include <string>
#include <string_view>

#include "core/map/scene.h"

namespace landkaart::inline v0 {

// The number of styles for lands (land-0 to land-5), each with its own tint, pattern, landmark and
// relief. Land i of a map has style i modulo 6.
inline constexpr std::size_t kLandSorts = 6;

// The declarations of a class as SVG attributes, with a space before each:
// ` fill="#d3e5e8"` for "sea". Empty for an unknown class.
std::string literal_attributes(std::string_view style, Palette palette);
// The value of a named colour, such as "#d3e5e8" for "sea". Empty for an unknown name.
std::string_view colour(std::string_view token, Palette palette);

// The stylesheet for a page: a custom property for each colour, with values for light, dark, print
// and forced colours, and a rule for each class.
std::string build_map_stylesheet();

}  // namespace landkaart::inline v0
