// SPDX-License-Identifier: EUPL-1.2
// trace_coastline, which turns the plain outlines of lands into winding coasts and borders.
#pragma once

#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

// Outlines that are longer in all, in units of the drawing, cross themselves many times. They are
// drawn without displacement, and the map is drawn without details. 100 lands of 100 by 140 units
// have 48,000 units of outline.
inline constexpr double kGreatestLength = 100'000;

struct Coastline {
  std::vector<std::vector<Point>> lands;    // the closed outline of each land, in the given order
  std::vector<std::vector<Point>> shores;   // lines between a land and the sea
  std::vector<std::vector<Point>> borders;  // lines between two lands, each line once
  std::vector<std::vector<Point>> shore_points;  // for each land its points that face the sea
};

// An edge that two outlines share becomes the same line in both lands. A point where three or more
// lines meet occurs twice in a row in each line, because PathData::smooth passes exactly through
// repeated points.
Coastline trace_coastline(const std::vector<std::vector<Point>>& outlines);

}  // namespace landkaart::inline v0
