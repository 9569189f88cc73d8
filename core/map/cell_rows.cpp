// SPDX-License-Identifier: EUPL-1.2
#include "core/map/cell_rows.h"

#include <algorithm>

namespace landkaart::inline v0 {
namespace {

constexpr int kWord = 64, kColumns = 4 * kWord;
constexpr CellRows::Row kTaken = {~0ull, ~0ull, ~0ull, ~0ull};

// Adds the row in which each column is the one `across` to its right. What comes from beyond the
// row is taken, and stands on both sides of it.
void add_shifted(CellRows::Row& to, const CellRows::PaddedRow& row, int across, std::size_t count) {
  const int begin = std::clamp(across + kColumns, 0, 2 * kColumns);
  const std::uint64_t* words = row.data() + begin / kWord;
  const int bits = begin % kWord;
  for (std::size_t i = 0; i < count; ++i) {
    to[i] |= words[i] >> bits | words[i + 1] << 1 << (kWord - 1 - bits);
  }
}

CellRows::PaddedRow padded(const CellRows::Row& row) {
  CellRows::PaddedRow padded;
  padded.fill(~0ull);
  std::ranges::copy(row, padded.begin() + 4);
  return padded;
}

void add(CellRows::Row& to, const CellRows::Row& row) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] |= row[i];
}

}  // namespace

CellRows::CellRows(const Raster& raster, const Box& area) {
  const Raster::Cells cells = Raster::cells(area);
  left_ = cells.left;
  top_ = cells.top;
  words_ = static_cast<std::size_t>(
      std::clamp((cells.right - cells.left + kWord - 1) / kWord, 1, kColumns / kWord));
  const int right = std::min(cells.right, cells.left + kColumns);
  for (int y = cells.top; y < cells.bottom; ++y) {
    Row row = kTaken;
    for (int x = cells.left; x < right; ++x) {
      if (!raster.is_free({0, 0, 1, 1}, x, y)) continue;
      const int column = x - left_;
      row[static_cast<std::size_t>(column / kWord)] &= ~(1ull << (column % kWord));
    }
    rows_.push_back(padded(row));
  }
}

CellRows CellRows::grown(int size) const {
  CellRows grown;
  grown.left_ = left_;
  grown.top_ = top_;
  grown.words_ = words_;
  std::vector<Row> across(rows_.size(), free_row());
  for (std::size_t y = 0; y < rows_.size(); ++y) {
    for (int i = 0; i < size; ++i) add_shifted(across[y], rows_[y], i, words_);
  }
  for (std::size_t y = 0; y < rows_.size(); ++y) {
    Row row = across[y];
    for (std::size_t i = y + 1; i < y + static_cast<std::size_t>(size); ++i) {
      add(row, i < across.size() ? across[i] : kTaken);
    }
    grown.rows_.push_back(padded(row));
  }
  return grown;
}

CellRows::Row CellRows::free_row() const {
  Row row = kTaken;
  std::fill_n(row.begin(), words_, 0);
  return row;
}

void CellRows::add_taken(int row_of_sheet, int across, Row& row) const {
  if (row_of_sheet < top_ || row_of_sheet >= bottom()) {
    row = kTaken;
  } else {
    add_shifted(row, rows_[static_cast<std::size_t>(row_of_sheet - top_)], across, words_);
  }
}

}  // namespace landkaart::inline v0
