// SPDX-License-Identifier: EUPL-1.2
// Raster, what is taken on a sheet, in small square cells: cheap to ask for any box.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

inline double distance(const Point& a, const Point& b) {
  return std::sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));
}

inline Box around(const Point& middle, double half_width, double half_height) {
  return {{middle.x - half_width, middle.y - half_height},
          {middle.x + half_width, middle.y + half_height}};
}

inline Box grown(const Box& box, double by) {
  return {{box.least.x - by, box.least.y - by}, {box.greatest.x + by, box.greatest.y + by}};
}

inline Box united(const Box& a, const Box& b) {
  return {{std::min(a.least.x, b.least.x), std::min(a.least.y, b.least.y)},
          {std::max(a.greatest.x, b.greatest.x), std::max(a.greatest.y, b.greatest.y)}};
}

inline bool overlap(const Box& a, const Box& b) {
  return a.least.x < b.greatest.x && b.least.x < a.greatest.x && a.least.y < b.greatest.y &&
         b.least.y < a.greatest.y;
}

// Of no points, nothing at the origin.
Box bounds_of(const std::vector<Point>& points);

class Raster {
 public:
  // Of a part of the sheet.
  explicit Raster(const Box& area);

  void take(const Box& box);
  // What is outside a closed outline, what is inside it, and a line.
  void take_outside(const std::vector<Point>& outline);
  void take_inside(const std::vector<Point>& outline);
  void take_line(const std::vector<Point>& line, double half_width);

  // After the last take(), before the first taken_in(): adds up.
  void settle();
  // How many cells of a box are taken; what lies beyond the raster counts as taken.
  std::uint32_t taken_in(const Box& box) const;
  bool is_free(const Box& box) const { return taken_in(box) == 0; }

  // The cells of a box, to ask for at many places: moved by whole cells.
  static constexpr double kCell = 5;
  struct Cells {
    int left, top, right, bottom;  // right and bottom are beyond the last
  };
  static Cells cells(const Box& box) {
    const auto low = [](double value) { return static_cast<int>(std::floor(value / kCell)); };
    const auto high = [](double value) { return static_cast<int>(std::ceil(value / kCell)); };
    return {low(box.least.x), low(box.least.y), high(box.greatest.x), high(box.greatest.y)};
  }
  bool is_free(const Cells& area, int across, int down) const {
    const int left = area.left + across - left_, right = area.right + across - left_;
    const int top = area.top + down - top_, bottom = area.bottom + down - top_;
    if (left < 0 || top < 0 || right > columns_ || bottom > rows_) return false;
    return sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top) == 0;
  }

  // Without settling, for boxes that are few cells large.
  bool is_free_now(const Box& box) const;

 private:
  // Where each row of cells crosses a closed outline, from left to right.
  std::vector<std::vector<double>> crossings(const std::vector<Point>& outline) const;
  void take_in_row(int row, double from, double to);
  std::uint8_t& at(int column, int row) {
    return taken_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                  static_cast<std::size_t>(column)];
  }
  std::uint32_t sum(int column, int row) const {
    return sums_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_ + 1) +
                 static_cast<std::size_t>(column)];
  }

  Cells local(const Box& box) const {
    const Cells area = cells(box);
    return {area.left - left_, area.top - top_, area.right - left_, area.bottom - top_};
  }

  int left_, top_;  // of the sheet's cells
  int columns_, rows_;
  std::vector<std::uint8_t> taken_;
  std::vector<std::uint32_t> sums_;  // summed areas (Crow, 1984)
};

}  // namespace landkaart::inline v0
