// SPDX-License-Identifier: EUPL-1.2
// The one table of how a map looks: its classes, and the colours they use. Literal attributes of a
// file that stands on its own and the stylesheet for a page both come from it.
#pragma once

#include <string>
#include <string_view>

#include "core/map/scene.h"

namespace landkaart::inline v0 {

// How many sorts of land there are, each with a tint and a pattern: land-0, land-1, …
inline constexpr std::size_t kLandSorts = 6;

// What a class looks like, as attributes with a space before each. Empty for an unknown class.
std::string literal_attributes(std::string_view style, Palette palette);
std::string_view colour(std::string_view token, Palette palette);

// The same for a page: custom properties for light, dark, forced colours and print, and a rule for
// each class.
std::string build_map_stylesheet();

}  // namespace landkaart::inline v0
