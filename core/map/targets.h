// SPDX-License-Identifier: EUPL-1.2
// Targets, the area around each place that leads to it: as large as its neighbours allow.
#pragma once

#include <vector>

#include "landkaart/geometry.h"

namespace landkaart {

// A disc of 44 CSS pixels where a drawing of 1000 units is 360 pixels wide.
inline constexpr double kTargetRadius = 61.2;

// Convex outlines, not closed: what is nearer to a place than to any other (Voronoi, 1908), within
// the radius.
std::vector<std::vector<Point>> targets_of(const std::vector<Point>& places);

}  // namespace landkaart
