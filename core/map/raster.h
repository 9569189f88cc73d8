// SPDX-License-Identifier: EUPL-1.2
// Raster, what is taken on a sheet, in small square cells: cheap to ask for any box.
#pragma once

#include <cstdint>
#include <vector>

#include "landkaart/geometry.h"

namespace landkaart {

Box around(const Point& middle, double half_width, double half_height);
Box united(const Box& a, const Box& b);
bool overlap(const Box& a, const Box& b);

class Raster {
 public:
  Raster(double width, double height);

  void take(const Box& box);
  // What is outside a closed outline, what is inside it, and a line.
  void take_outside(const std::vector<Point>& outline);
  void take_inside(const std::vector<Point>& outline);
  void take_line(const std::vector<Point>& line, double half_width);

  // After the last take(), before the first taken_in(): adds up.
  void settle();
  // How many cells of a box are taken; what lies beyond the sheet counts as taken.
  std::uint32_t taken_in(const Box& box) const;
  bool is_free(const Box& box) const { return taken_in(box) == 0; }

  // Without settling, for boxes that are few cells large.
  bool is_free_now(const Box& box) const;

 private:
  static constexpr double kCell = 4;
  struct Cells {
    int left, top, right, bottom;  // right and bottom are beyond the last
  };

  Cells cells(const Box& box) const;
  // Where a row of cells crosses a closed outline, from left to right.
  static std::vector<double> crossings(const std::vector<Point>& outline, double y);
  void take_in_row(int row, double from, double to);
  std::uint8_t& at(int column, int row) {
    return taken_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                  static_cast<std::size_t>(column)];
  }
  std::uint32_t sum(int column, int row) const {
    return sums_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_ + 1) +
                 static_cast<std::size_t>(column)];
  }

  int columns_, rows_;
  std::vector<std::uint8_t> taken_;
  std::vector<std::uint32_t> sums_;  // summed areas (Crow, 1984)
};

}  // namespace landkaart
