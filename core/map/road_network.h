// SPDX-License-Identifier: EUPL-1.2
// RoadNetwork, the way between two points: along the roads where that is not too far about.
#pragma once

#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

// A road as it is drawn: points along the spline through its points.
std::vector<Point> smoothed(const std::vector<Point>& road);

class RoadNetwork {
 public:
  explicit RoadNetwork(const std::vector<std::vector<Point>>& roads);

  // From the one to the other, both included; across the land where roads do not help.
  std::vector<Point> way(const Point& from, const Point& to) const;

 private:
  struct Road {
    std::size_t to;
    double length;
  };
  std::vector<double> distances_to(const Point& to) const;

  std::vector<Point> crossings_;
  std::vector<std::vector<Road>> roads_;  // from each crossing
};

}  // namespace landkaart::inline v0
