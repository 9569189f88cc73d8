// SPDX-License-Identifier: EUPL-1.2
// Points and boxes in the plane of a map: x to the right, y down, in the map's own unit.
#pragma once

namespace landkaart::inline v0 {

struct Point {
  double x = 0;
  double y = 0;

  bool operator==(const Point&) const = default;
};

// From the corner with the least x and y to the corner with the greatest, both included.
struct Box {
  Point least, greatest;
};

}  // namespace landkaart::inline v0
