// SPDX-License-Identifier: EUPL-1.2
// Points and boxes in the plane of a map. x grows to the right and y grows downwards, both in the
// unit of the map.
#pragma once

#include "landkaart/export.h"

namespace landkaart::inline v0 {

struct Point {
  double x = 0;
  double y = 0;

  bool operator==(const Point&) const = default;
};

// A rectangle that includes its borders: `least` is the corner with the smallest x and y, and
// `greatest` the corner with the largest.
struct Box {
  Point least, greatest;
};

}  // namespace landkaart::inline v0
