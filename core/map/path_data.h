// SPDX-License-Identifier: EUPL-1.2
// PathData, the d attribute of an SVG path, in relative coordinates of a tenth of a unit.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

// A number with at most one decimal, as short as it can be written.
std::string short_number(double value);

// The controls of the cubic curve from point i - 1 to point i of a spline (Catmull and Rom, 1974).
struct SplinePiece {
  Point first_control, second_control;
};
SplinePiece spline_piece(const std::vector<Point>& points, std::size_t i);

class PathData {
 public:
  PathData& move(const Point& to);
  PathData& line(const Point& to);
  PathData& curve(const Point& first_control, const Point& second_control, const Point& to);
  PathData& close();

  // A polyline through all points, and a spline through all points.
  PathData& polyline(const std::vector<Point>& points);
  PathData& spline(const std::vector<Point>& points);

  // A curve along the points, closed when they are; it passes through those that stand there twice.
  PathData& smooth(const std::vector<Point>& points);

  PathData& box(const Box& box);

  bool empty() const { return data_.empty(); }
  const std::string& text() const { return data_; }

 private:
  void command(char letter);
  void bend(const Point& control, const Point& to);
  void append(const Point& point, std::int64_t base_x, std::int64_t base_y);

  std::string data_;
  char last_ = 0;
  std::int64_t x_ = 0, y_ = 0;              // in tenths
  std::int64_t first_x_ = 0, first_y_ = 0;  // of this part of the path
};

}  // namespace landkaart::inline v0
