// SPDX-License-Identifier: EUPL-1.2
#include "core/map/path_data.h"

#include <cmath>

namespace landkaart::inline v0 {
namespace {

std::int64_t tenths(double value) { return std::llround(value * 10); }

void append_tenths(std::string& out, std::int64_t value) {
  if (value < 0) out += '-';
  const std::int64_t size = std::abs(value);
  if (size >= 10 || size == 0) out += std::to_string(size / 10);
  if (size % 10 != 0) {
    out += '.';
    out += static_cast<char>('0' + size % 10);
  }
}

}  // namespace

std::string short_number(double value) {
  std::string text;
  append_tenths(text, tenths(value));
  return text;
}

SplinePiece spline_piece(const std::vector<Point>& points, std::size_t i) {
  const Point& before = points[i > 1 ? i - 2 : 0];
  const Point& from = points[i - 1];
  const Point& to = points[i];
  const Point& after = points[i + 1 < points.size() ? i + 1 : i];
  return {{from.x + (to.x - before.x) / 6, from.y + (to.y - before.y) / 6},
          {to.x - (after.x - from.x) / 6, to.y - (after.y - from.y) / 6}};
}

void PathData::command(char letter) {
  if (letter != last_) data_ += letter;
  last_ = letter;
}

void PathData::append(const Point& point, std::int64_t base_x, std::int64_t base_y) {
  for (const std::int64_t value : {tenths(point.x) - base_x, tenths(point.y) - base_y}) {
    const char before = data_.back();
    const bool after_number = (before >= '0' && before <= '9') || before == '.';
    if (after_number && value >= 0) data_ += ' ';
    append_tenths(data_, value);
  }
}

PathData& PathData::move(const Point& to) {
  last_ = 0;  // the command must be written, because SVG reads a second pair after "m" as a line
  command(data_.empty() ? 'M' : 'm');
  append(to, data_.size() == 1 ? 0 : x_, data_.size() == 1 ? 0 : y_);
  x_ = first_x_ = tenths(to.x);
  y_ = first_y_ = tenths(to.y);
  return *this;
}

PathData& PathData::line(const Point& to) {
  if (tenths(to.x) == x_ && tenths(to.y) == y_) return *this;
  command('l');
  append(to, x_, y_);
  x_ = tenths(to.x);
  y_ = tenths(to.y);
  return *this;
}

PathData& PathData::curve(const Point& first_control, const Point& second_control,
                          const Point& to) {
  command('c');
  append(first_control, x_, y_);
  append(second_control, x_, y_);
  append(to, x_, y_);
  x_ = tenths(to.x);
  y_ = tenths(to.y);
  return *this;
}

PathData& PathData::close() {
  command('z');
  x_ = first_x_;
  y_ = first_y_;
  return *this;
}

PathData& PathData::polyline(const std::vector<Point>& points) {
  if (points.empty()) return *this;
  move(points.front());
  for (std::size_t i = 1; i < points.size(); ++i) line(points[i]);
  return *this;
}

PathData& PathData::spline(const std::vector<Point>& points) {
  if (points.size() < 3) return polyline(points);
  move(points.front());
  for (std::size_t i = 1; i < points.size(); ++i) {
    const SplinePiece piece = spline_piece(points, i);
    curve(piece.first_control, piece.second_control, points[i]);
  }
  return *this;
}

void PathData::quadratic(const Point& control, const Point& to) {
  command('q');
  append(control, x_, y_);
  append(to, x_, y_);
  x_ = tenths(to.x);
  y_ = tenths(to.y);
}

PathData& PathData::smooth(const std::vector<Point>& points) {
  if (points.size() < 4) return polyline(points);
  const bool closed = points.front() == points.back();
  const std::size_t last = points.size() - 1;
  const auto half_way = [](const Point& a, const Point& b) {
    return Point{(a.x + b.x) / 2, (a.y + b.y) / 2};
  };
  const Point begin = half_way(points[0], points[1]);
  closed ? move(begin) : move(points.front()).line(begin);
  quadratic(points[1], half_way(points[1], points[2]));
  // The command "t" has no control point: a reader mirrors the one before. The rounded control
  // point is followed here in the same way, so that rounding errors do not add up.
  std::int64_t control_x = tenths(points[1].x), control_y = tenths(points[1].y);
  const std::size_t end = closed ? last + 1 : last;
  for (std::size_t i = 2; i < end; ++i) {
    control_x = 2 * x_ - control_x;
    control_y = 2 * y_ - control_y;
    const Point& next = i < last ? points[i + 1] : points[1];
    const Point to =
        half_way({static_cast<double>(control_x) / 10, static_cast<double>(control_y) / 10}, next);
    command('t');
    append(to, x_, y_);
    x_ = tenths(to.x);
    y_ = tenths(to.y);
  }
  return closed ? close() : line(points.back());
}

PathData& PathData::box(const Box& box) {
  move(box.least).line({box.greatest.x, box.least.y}).line(box.greatest);
  return line({box.least.x, box.greatest.y}).close();
}

}  // namespace landkaart::inline v0
