// SPDX-License-Identifier: EUPL-1.2
// Land names, lettered along curves inside their land, clear of its places.
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
  std::vector<Box> boxes;  // what the letters cover
};

inline constexpr double kLandNameSpacing = 0.1;  // between letters, of the font size

struct NameSize {
  double largest;           // font size
  bool may_be_cut = false;  // rather its beginning than nothing
};

// In the largest size that fits. `taken` is settled and has everything outside the land, and its
// places. Nothing when the name does not fit anywhere.
std::optional<LandName> place_land_name(const std::string& title, const std::vector<Point>& outline,
                                        const Raster& taken, const NameSize& size);

}  // namespace landkaart::inline v0
