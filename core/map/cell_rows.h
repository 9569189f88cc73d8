// SPDX-License-Identifier: EUPL-1.2
// CellRows, a raster as rows of bits, one bit for each cell. It tests 64 positions of a box at
// once. The head of cell_rows.cpp explains how.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "core/map/raster.h"

namespace landkaart::inline v0 {

class CellRows {
 public:
  // 256 columns, from the left edge of the area; bit 0 of word 0 is the first column. A set bit is
  // a taken cell. Columns beyond the area are taken.
  using Row = std::array<std::uint64_t, 4>;
  // A Row with at least 256 taken columns on both sides, so that it can be read shifted.
  using PaddedRow = std::array<std::uint64_t, 13>;

  // The cells of `raster` in `area`. Columns beyond the first 256 (1280 units) are ignored and
  // count as taken; a drawing is 1000 units wide.
  CellRows(const Raster& raster, const Box& area);

  // A copy in which a cell is taken when at least one cell is taken in the square of `size` by
  // `size` cells of which it is the upper left corner.
  CellRows grown(int size) const;

  // The first row, the row after the last, and the first column, in cells of the whole drawing.
  int top() const { return top_; }
  int bottom() const { return top_ + static_cast<int>(rows_.size()); }
  int left() const { return left_; }

  // A row in which all columns of the area are free.
  Row free_row() const;

  // Marks a column of `row` as taken when the cell `across` columns to its right is taken in row
  // `row_of_sheet` of the drawing. `across` may be negative.
  void add_taken(int row_of_sheet, int across, Row& row) const;

  static bool is_full(const Row& row) { return (row[0] & row[1] & row[2] & row[3]) == ~0ull; }

  // Calls visit(column) for each free column of `row`, from left to right. Columns are those of the
  // whole drawing.
  template <typename Visit>
  void for_each_free(const Row& row, Visit visit) const {
    for (std::size_t word = 0; word < row.size(); ++word) {
      for (std::uint64_t free = ~row[word]; free != 0; free &= free - 1) {
        visit(left_ + static_cast<int>(word) * 64 + std::countr_zero(free));
      }
    }
  }

 private:
  CellRows() = default;

  int left_ = 0, top_ = 0;
  std::size_t words_ = 0;  // number of 64-bit words that the area needs, 1 to 4
  std::vector<PaddedRow> rows_;
};

}  // namespace landkaart::inline v0
