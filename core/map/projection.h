// SPDX-License-Identifier: EUPL-1.2
// Projection, which converts points from the unit of the map to that of the drawing. It scales and
// moves the map so that it fits a drawing 1000 units wide, with the title above and the legend
// below.
#pragma once

#include "core/map/scene.h"

namespace landkaart::inline v0 {

class Projection {
 public:
  // `foot` is the height of the strip under the map that holds compass and legend.
  Projection(const Scene& scene, double foot);

  static constexpr double kWidth = 1000;
  // The height of the whole drawing.
  double height() const { return height_; }
  // The y of the upper edge of the foot.
  double foot() const { return height_ - foot_; }
  Point operator()(const Point& point) const;
  std::vector<Point> operator()(const std::vector<Point>& points) const;

 private:
  Point map_middle_;      // the middle of the map, in the unit of the map
  Point drawing_middle_;  // where map_middle_ lies in the drawing
  double scale_ = 1;      // units of the drawing for one unit of the map
  double height_ = 0;
  double foot_;
};

}  // namespace landkaart::inline v0
