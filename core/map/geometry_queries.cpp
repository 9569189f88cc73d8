// SPDX-License-Identifier: EUPL-1.2
#include "core/map/geometry_queries.h"

namespace landkaart::inline v0 {

double squared_distance(const Point& a, const Point& b) {
  const double dx = a.x - b.x;
  const double dy = a.y - b.y;
  return dx * dx + dy * dy;
}

bool contains(const Box& box, const Point& point) {
  return point.x >= box.least.x && point.x <= box.greatest.x && point.y >= box.least.y &&
         point.y <= box.greatest.y;
}

bool contains(const std::vector<Point>& outline, const Point& point) {
  bool inside = false;
  for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
    const Point& a = outline[i];
    const Point& b = outline[j];
    const bool spans = (a.y > point.y) != (b.y > point.y);
    if (spans && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

}  // namespace landkaart::inline v0
