// SPDX-License-Identifier: EUPL-1.2
// CellRows, a raster as rows of bits: tells for a whole row of places at once where boxes fit.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "core/map/raster.h"

namespace landkaart::inline v0 {

class CellRows {
 public:
  // The columns of an area, a bit each, from its left; what lies beyond it is taken.
  using Row = std::array<std::uint64_t, 4>;
  using PaddedRow = std::array<std::uint64_t, 13>;  // with what lies on both sides, which is taken

  // Of an area that is no wider than a sheet.
  CellRows(const Raster& raster, const Box& area);

  // The same with a cell taken where any of the `size` by `size` cells from it on is.
  CellRows grown(int size) const;

  int top() const { return top_; }
  int bottom() const { return top_ + static_cast<int>(rows_.size()); }
  int left() const { return left_; }

  // Of an area that is free.
  Row free_row() const;

  // Adds to `row` what is taken in a row of the sheet, seen from `across` cells further right.
  void add_taken(int row_of_sheet, int across, Row& row) const;

  static bool is_full(const Row& row) { return (row[0] & row[1] & row[2] & row[3]) == ~0ull; }

  // Calls take(column of the sheet) for each cell of a row that is free.
  template <typename Take>
  void for_each_free(const Row& row, Take take) const {
    for (std::size_t word = 0; word < row.size(); ++word) {
      for (std::uint64_t free = ~row[word]; free != 0; free &= free - 1) {
        take(left_ + static_cast<int>(word) * 64 + std::countr_zero(free));
      }
    }
  }

 private:
  CellRows() = default;

  int left_ = 0, top_ = 0;
  std::size_t words_ = 0;  // that the area has
  std::vector<PaddedRow> rows_;
};

}  // namespace landkaart::inline v0
