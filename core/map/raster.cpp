// SPDX-License-Identifier: EUPL-1.2
#include "core/map/raster.h"

#include <algorithm>
#include <cmath>

namespace landkaart::inline v0 {

Box bounds_of(const std::vector<Point>& points) {
  if (points.empty()) return {};
  Box box{points.front(), points.front()};
  for (const Point& point : points) box = united(box, {point, point});
  return box;
}

Raster::Raster(const Box& area)
    : left_(cells(area).left),
      top_(cells(area).top),
      columns_(cells(area).right - left_),
      rows_(cells(area).bottom - top_),
      taken_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

void Raster::take(const Box& box) {
  const Cells area = local(box);
  const int left = std::clamp(area.left, 0, columns_);
  const int right = std::clamp(area.right, left, columns_);
  for (int row = std::max(area.top, 0); row < std::min(area.bottom, rows_); ++row) {
    std::fill_n(taken_.begin() + (static_cast<std::ptrdiff_t>(row) * columns_ + left), right - left,
                std::uint8_t{1});
  }
}

std::vector<std::vector<double>> Raster::crossings(const std::vector<Point>& outline) const {
  std::vector<std::vector<double>> crossings(static_cast<std::size_t>(rows_));
  const auto row_below = [&](double y) {
    return static_cast<int>(
        std::clamp(std::ceil(y / kCell - 0.5) - top_, 0.0, static_cast<double>(rows_)));
  };
  for (std::size_t i = 1; i < outline.size(); ++i) {
    const auto [a, b] = outline[i - 1].y < outline[i].y ? std::pair(outline[i - 1], outline[i])
                                                        : std::pair(outline[i], outline[i - 1]);
    for (int row = row_below(a.y); row < row_below(b.y); ++row) {
      const double part = ((row + top_ + 0.5) * kCell - a.y) / (b.y - a.y);
      crossings[static_cast<std::size_t>(row)].push_back(a.x + (b.x - a.x) * part);
    }
  }
  for (auto& row : crossings) std::ranges::sort(row);
  return crossings;
}

// The box is 1 unit smaller than the row above and below, so that rounding cannot make it touch the
// rows beside it.
void Raster::take_in_row(int row, double from, double to) {
  if (to > from) {
    const double y = (row + top_) * kCell;
    take({{from, y + 1}, {to, y + kCell - 1}});
  }
}

void Raster::take_outside(const std::vector<Point>& outline) {
  const auto edges = crossings(outline);
  for (int row = 0; row < rows_; ++row) {
    const auto& in_row = edges[static_cast<std::size_t>(row)];
    double from = left_ * kCell;
    for (std::size_t i = 0; i + 1 < in_row.size(); i += 2) {
      take_in_row(row, from, in_row[i]);
      from = std::max(from, in_row[i + 1]);
    }
    take_in_row(row, from, (left_ + columns_) * kCell);
  }
}

void Raster::take_inside(const std::vector<Point>& outline) {
  const auto edges = crossings(outline);
  for (int row = 0; row < rows_; ++row) {
    const auto& in_row = edges[static_cast<std::size_t>(row)];
    for (std::size_t i = 0; i + 1 < in_row.size(); i += 2) {
      take_in_row(row, in_row[i], in_row[i + 1]);
    }
  }
}

void Raster::take_line(const std::vector<Point>& line, double half_width) {
  const Box area{{left_ * kCell, top_ * kCell},
                 {(left_ + columns_) * kCell, (top_ + rows_) * kCell}};
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Point& a = line[i - 1];
    const Point& b = line[i];
    const Box reach = grown(united({a, a}, {b, b}), half_width);
    if (!overlap(reach, area)) continue;
    const double length = distance(a, b);
    const int steps =
        std::clamp(static_cast<int>(length / std::max(kCell, half_width)) + 1, 1, 4000);
    for (int step = i == 1 ? 0 : 1; step <= steps; ++step) {
      const double part = static_cast<double>(step) / steps;
      take(around({a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part}, half_width, half_width));
    }
  }
}

void Raster::take(const Raster& other) {
  const int left = std::max(left_, other.left_);
  const int right = std::min(left_ + columns_, other.left_ + other.columns_);
  const int bottom = std::min(top_ + rows_, other.top_ + other.rows_);
  for (int row = std::max(top_, other.top_); row < bottom; ++row) {
    for (int column = left; column < right; ++column) {
      at(column - left_, row - top_) |=
          other.taken_[static_cast<std::size_t>(row - other.top_) *
                           static_cast<std::size_t>(other.columns_) +
                       static_cast<std::size_t>(column - other.left_)];
    }
  }
}

// Builds the table row by row: the sum at a corner is the sum at the corner above it plus the taken
// cells to the left in the row between them.
void Raster::settle() {
  const auto stride = static_cast<std::size_t>(columns_) + 1;
  sums_.assign(stride * (static_cast<std::size_t>(rows_) + 1), 0);
  for (int row = 0; row < rows_; ++row) {
    std::uint32_t in_row = 0;
    const std::uint8_t* cells = taken_.data() + static_cast<std::ptrdiff_t>(row) * columns_;
    const std::uint32_t* above = sums_.data() + static_cast<std::size_t>(row) * stride + 1;
    std::uint32_t* here = sums_.data() + (static_cast<std::size_t>(row) + 1) * stride + 1;
    for (int column = 0; column < columns_; ++column) {
      in_row += cells[column];
      here[column] = above[column] + in_row;
    }
  }
}

std::uint32_t Raster::taken_in(const Box& box) const {
  const Cells area = local(box);
  if (area.left < 0 || area.top < 0 || area.right > columns_ || area.bottom > rows_) {
    return static_cast<std::uint32_t>((area.right - area.left) * (area.bottom - area.top));
  }
  return sum(area.right, area.bottom) - sum(area.left, area.bottom) - sum(area.right, area.top) +
         sum(area.left, area.top);
}

bool Raster::is_free_now(const Box& box) const {
  const Cells area = local(box);
  if (area.left < 0 || area.top < 0 || area.right > columns_ || area.bottom > rows_) return false;
  for (int row = area.top; row < area.bottom; ++row) {
    const auto begin = taken_.begin() + static_cast<std::ptrdiff_t>(row) * columns_;
    if (std::find(begin + area.left, begin + area.right, 1) != begin + area.right) return false;
  }
  return true;
}

}  // namespace landkaart::inline v0
