// SPDX-License-Identifier: EUPL-1.2
//
// Problem: the name of a land is a chain of small boxes, one for each letter. The search for its
// place tries the chain at every cell of the land, for several curves and font sizes. Asking a
// Raster for each box at each cell is too slow.
//
// Idea (our own combination of two known ones): first make letters as small as one cell. A letter
// of at most n by n cells fits with its upper left corner at a cell when none of the n by n cells
// from there is taken. grown(n) computes that for all cells at once; in mathematical morphology the
// step is a dilation (Serra, 1982). Afterwards a letter at a position is one bit. Then test all
// positions of a row together: the row of bits in which a letter lies, shifted by the column of the
// letter, is joined with the rows of the other letters by bitwise "or". A bit that is still 0 is a
// position where every letter of the name is free. One operation tests 64 positions.
//
// Invariant: all cells outside the area are taken. Rows are therefore stored with taken words on
// both sides, and a shifted row never reads free cells from outside. Shifts are clamped to the
// width of a row, since a position further away is taken anyway. All loops run over a fixed number
// of rows and words.
#include "core/map/cell_rows.h"

#include <algorithm>
#include <cassert>

namespace landkaart::inline v0 {
namespace {

constexpr int kWord = 64, kColumns = 4 * kWord;
constexpr CellRows::Row kTaken = {~0ull, ~0ull, ~0ull, ~0ull};

// Sets bit c of `to` when column c + across of `row` is taken, in the first `count` words. Columns
// beyond the row are taken, because they lie in the padding.
void add_shifted(CellRows::Row& to, const CellRows::PaddedRow& row, int across, std::size_t count) {
  const int begin = std::clamp(across + kColumns, 0, 2 * kColumns);
  assert(static_cast<std::size_t>(begin / kWord) + count < row.size());
  const std::uint64_t* words = row.data() + begin / kWord;
  const int bits = begin % kWord;
  // Shifts left in two steps, because a shift by 64 (when bits is 0) is undefined.
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

// Sets the bits of `row` in `to` too.
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
  // First across, then down: a square of cells is taken when one of its rows has a taken cell.
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
