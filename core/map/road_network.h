// SPDX-License-Identifier: EUPL-1.2
// RoadNetwork, which finds the way between two points of a map: along the roads, or straight across
// the land where the roads are a long detour.
#pragma once

#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

inline constexpr int kSmoothSteps = 8;  // pieces of a smoothed road between two of its points

// Points along the spline through `road`, close enough to each other to look like the road that is
// drawn. Each point of `road` is among them. Roads of fewer than 3 or more than 1000 points are
// returned as they are.
std::vector<Point> smoothed(const std::vector<Point>& road);

class RoadNetwork {
 public:
  explicit RoadNetwork(const std::vector<std::vector<Point>>& roads);

  // The points of the way, including `from` and `to`.
  std::vector<Point> way(const Point& from, const Point& to) const;

 private:
  struct Road {
    std::size_t to;  // index of the crossing at the other end
    double length;
  };
  std::vector<double> distances_to(const Point& to) const;

  std::vector<Point> crossings_;          // all different points of all roads
  std::vector<std::vector<Road>> roads_;  // for each crossing the roads from it
};

}  // namespace landkaart::inline v0
