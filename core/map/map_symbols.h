// SPDX-License-Identifier: EUPL-1.2
// The symbols of the map: landmarks, relief, patterns and ornaments. Each symbol is defined once in
// the drawing and used by its name.
#pragma once

#include <string>

#include "core/map/relief.h"
#include "core/map/svg_writer.h"

namespace landkaart::inline v0 {

// The room of the sign of a place, and of its dot, relative to the point of the place.
inline constexpr Box kSignBox = {{-13, -15}, {13, 11}};
inline constexpr Box kDotBox = {{-4, -5}, {4, 4}};

ReliefSize relief_size(std::size_t land_sort);

// The names of the symbols; the drawing puts its id prefix before them. landmark_name(kAtSea) is
// the ship for places at sea.
std::string landmark_name(std::size_t land_sort);
std::string relief_name(std::size_t land_sort, int variant);
std::string pattern_name(std::size_t land_sort);

struct SymbolUse {
  std::string id_prefix;
  std::size_t land_sorts;  // only symbols of the first `land_sorts` land styles are defined
};
// Writes the symbols and patterns into <defs>.
void define_symbols(SvgWriter& svg, const SymbolUse& use);

}  // namespace landkaart::inline v0
