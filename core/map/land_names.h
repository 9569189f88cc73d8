// SPDX-License-Identifier: EUPL-1.2
// place_land_name, which finds room for the name of a land inside the land, along a curve that
// avoids the signs of its places.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/map/raster.h"

namespace landkaart::inline v0 {

// A line of letters along a quadratic curve.
struct CurvedLine {
  std::string text;
  Point from, control, to;
};

struct LandName {
  double font_size = 0;
  std::vector<CurvedLine> lines;
  std::vector<Box> boxes;  // boxes that together cover the letters
};

inline constexpr double kLandNameSpacing = 0.1;  // extra room between letters, in font sizes

struct NameSize {
  double largest;           // the largest font size to try
  bool may_be_cut = false;  // whether a name that does not fit may end in an ellipsis
};

// Uses the largest font size that fits. `taken` must be settled; everything outside the land, and
// everything that the name must not cover, is taken in it. Returns nullopt when the name does not
// fit in the smallest size either.
std::optional<LandName> place_land_name(const std::string& title, const std::vector<Point>& outline,
                                        const Raster& taken, const NameSize& size);

}  // namespace landkaart::inline v0
