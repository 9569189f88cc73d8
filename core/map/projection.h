// SPDX-License-Identifier: EUPL-1.2
// Projection, from the unit of a map to that of its drawing, which is 1000 wide.
#pragma once

#include "core/map/scene.h"

namespace landkaart::inline v0 {

class Projection {
 public:
  // `foot` is the room under the map, for what explains it.
  Projection(const Scene& scene, double foot);

  static constexpr double kWidth = 1000;
  double height() const { return height_; }
  // Where the foot begins.
  double foot() const { return height_ - foot_; }
  Point operator()(const Point& point) const;
  std::vector<Point> operator()(const std::vector<Point>& points) const;

 private:
  Point origin_;  // of the map
  Point corner_;  // where it comes to lie in the drawing
  double scale_ = 1;
  double height_ = 0;
  double foot_;
};

}  // namespace landkaart::inline v0
