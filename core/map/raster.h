// SPDX-License-Identifier: EUPL-1.2
// Raster, a grid of square cells of 5 units over a part of a drawing. A cell is either free or
// taken. After settle(), counting the taken cells in any box takes four look-ups, however large the
// box is. The file also has small functions for boxes.
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

// The smallest box around `points`; an empty box at the origin when there are none.
Box bounds_of(const std::vector<Point>& points);

class Raster {
 public:
  // A raster of all cells that `area` touches. All cells are free.
  explicit Raster(const Box& area);

  // Marks cells as taken: those that a box touches, those outside or inside a closed outline, and
  // those within `half_width` of a line.
  void take(const Box& box);
  void take_outside(const std::vector<Point>& outline);
  void take_inside(const std::vector<Point>& outline);
  void take_line(const std::vector<Point>& line, double half_width);
  // Marks the cells that are taken in `other`. Cells outside `other` stay as they are.
  void take(const Raster& other);

  // Computes the sums that taken_in() and is_free() use. Call it after the last take...() and
  // before the first of those calls.
  void settle();
  // The number of taken cells that a box touches. All cells of a box that reaches beyond the raster
  // count as taken.
  std::uint32_t taken_in(const Box& box) const;
  bool is_free(const Box& box) const { return taken_in(box) == 0; }

  // A box in whole cells, for callers that ask for the same box at many positions.
  static constexpr double kCell = 5;  // side of a cell, in units of the drawing
  struct Cells {
    int left, top, right, bottom;  // `right` and `bottom` are not included
  };
  static Cells cells(const Box& box) {
    const auto low = [](double value) { return static_cast<int>(std::floor(value / kCell)); };
    const auto high = [](double value) { return static_cast<int>(std::ceil(value / kCell)); };
    return {low(box.least.x), low(box.least.y), high(box.greatest.x), high(box.greatest.y)};
  }
  // Whether all cells of `area` are free after moving it by `across` columns and `down` rows.
  bool is_free(const Cells& area, int across, int down) const {
    const int left = area.left + across - left_, right = area.right + across - left_;
    const int top = area.top + down - top_, bottom = area.bottom + down - top_;
    if (left < 0 || top < 0 || right > columns_ || bottom > rows_) return false;
    return sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top) == 0;
  }

  // is_free() without settle(): looks at each cell, which is fast enough for small boxes.
  bool is_free_now(const Box& box) const;

 private:
  // For each row of cells, the x at which the middle of the row crosses a closed outline, in rising
  // order. By the even-odd rule the outline's inside lies between the first and second crossing,
  // the third and fourth, and so on.
  std::vector<std::vector<double>> crossings(const std::vector<Point>& outline) const;
  void take_in_row(int row, double from, double to);
  std::uint8_t& at(int column, int row) {
    return taken_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                  static_cast<std::size_t>(column)];
  }
  // The number of taken cells above `row` and left of `column`.
  std::uint32_t sum(int column, int row) const {
    return sums_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_ + 1) +
                 static_cast<std::size_t>(column)];
  }

  Cells local(const Box& box) const {
    const Cells area = cells(box);
    return {area.left - left_, area.top - top_, area.right - left_, area.bottom - top_};
  }

  int left_, top_;  // column and row in the whole drawing of the first cell of the raster
  int columns_, rows_;
  std::vector<std::uint8_t> taken_;  // row by row; 1 for a taken cell
  // The summed-area table (Crow, "Summed-area tables for texture mapping", 1984): the value at a
  // corner of cells is the number of taken cells above and left of that corner.
  std::vector<std::uint32_t> sums_;
};

}  // namespace landkaart::inline v0
