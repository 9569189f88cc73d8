// SPDX-License-Identifier: EUPL-1.2
// PathData, which builds the d attribute of an SVG path. It writes relative coordinates, rounded to
// a tenth of a unit, because they are short.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

// `value` rounded to one decimal, as short as possible: "-.5" for -0.5, "3" for 3.04.
std::string short_number(double value);

// The control points of the cubic curve from point i - 1 to point i of the spline through `points`
// (Catmull and Rom, "A class of local interpolating splines", 1974).
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

  // Straight lines, or a smooth spline, through all points.
  PathData& polyline(const std::vector<Point>& points);
  PathData& spline(const std::vector<Point>& points);

  // A smooth curve of quadratic pieces that passes halfway between neighbouring points. It passes
  // exactly through a point that occurs twice in a row. Closed when the first point equals the
  // last.
  PathData& smooth(const std::vector<Point>& points);

  PathData& box(const Box& box);

  bool empty() const { return data_.empty(); }
  const std::string& text() const { return data_; }

 private:
  void command(char letter);
  void quadratic(const Point& control, const Point& to);
  void append(const Point& point, std::int64_t base_x, std::int64_t base_y);

  std::string data_;
  char last_ = 0;                           // the last command; a repeated command is left out
  std::int64_t x_ = 0, y_ = 0;              // the current point, in tenths of a unit
  std::int64_t first_x_ = 0, first_y_ = 0;  // where the current part of the path begins
};

}  // namespace landkaart::inline v0
