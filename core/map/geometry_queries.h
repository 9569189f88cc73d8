// SPDX-License-Identifier: EUPL-1.2
// Distances between points, and whether a box or an outline contains a point.
#pragma once

#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

double squared_distance(const Point& a, const Point& b);
// True also for a point on an edge of the box.
bool contains(const Box& box, const Point& point);
// Whether a point lies inside a closed outline, by the even-odd rule (Shimrat, 1962): a ray from
// the point to the right crosses the outline an odd number of times.
bool contains(const std::vector<Point>& outline, const Point& point);

}  // namespace landkaart::inline v0
