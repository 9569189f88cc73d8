// SPDX-License-Identifier: EUPL-1.2
// The signs of the map: landmarks, relief, patterns and ornaments, each drawn once and used by
// name.
#pragma once

#include <string>

#include "core/map/relief.h"
#include "core/map/svg_writer.h"

namespace landkaart::inline v0 {

// Around the point of a place.
inline constexpr Box kSignBox = {{-13, -15}, {13, 11}};
inline constexpr Box kDotBox = {{-4, -5}, {4, 4}};

ReliefSize relief_size(std::size_t land_sort);

// The names under which the signs are defined.
std::string landmark_name(std::size_t land_sort);
std::string relief_name(std::size_t land_sort, int variant);
std::string pattern_name(std::size_t land_sort);

struct SymbolUse {
  std::string id_prefix;
  std::size_t land_sorts;  // how many of them are on the map
};
// The content of <defs>.
void define_symbols(SvgWriter& svg, const SymbolUse& use);

}  // namespace landkaart::inline v0
