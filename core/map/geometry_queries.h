// SPDX-License-Identifier: EUPL-1.2
// Questions about points and outlines.
#pragma once

#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

double squared_distance(const Point& a, const Point& b);
bool contains(const Box& box, const Point& point);
// By the even-odd rule (Shimrat, 1962): a ray to the right crosses the outline an odd number of
// times.
bool contains(const std::vector<Point>& outline, const Point& point);

}  // namespace landkaart::inline v0
