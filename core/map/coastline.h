// SPDX-License-Identifier: EUPL-1.2
// Coastlines: outlines of few points become coasts and borders as a draughtsman would draw them.
#pragma once

#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

struct Coastline {
  std::vector<std::vector<Point>> lands;     // closed, in the order of the outlines
  std::vector<std::vector<Point>> shores;    // the parts that face the sea
  std::vector<std::vector<Point>> borders;   // the parts that two lands share, once each
  std::vector<std::vector<Point>> landings;  // by land, its points that face the sea
};

// An edge that two outlines share is refined to the same line in both. A point where three lines
// meet stands there at least twice, for PathData::smooth.
Coastline trace_coastline(const std::vector<std::vector<Point>>& outlines);

}  // namespace landkaart::inline v0
