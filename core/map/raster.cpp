// SPDX-License-Identifier: EUPL-1.2
#include "core/map/raster.h"

#include <algorithm>
#include <cmath>

namespace landkaart {

Box around(const Point& middle, double half_width, double half_height) {
  return {{middle.x - half_width, middle.y - half_height},
          {middle.x + half_width, middle.y + half_height}};
}

Box united(const Box& a, const Box& b) {
  return {{std::min(a.least.x, b.least.x), std::min(a.least.y, b.least.y)},
          {std::max(a.greatest.x, b.greatest.x), std::max(a.greatest.y, b.greatest.y)}};
}

bool overlap(const Box& a, const Box& b) {
  return a.least.x < b.greatest.x && b.least.x < a.greatest.x && a.least.y < b.greatest.y &&
         b.least.y < a.greatest.y;
}

Raster::Raster(double width, double height)
    : columns_(static_cast<int>(std::ceil(width / kCell))),
      rows_(static_cast<int>(std::ceil(height / kCell))),
      taken_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

Raster::Cells Raster::cells(const Box& box) const {
  const auto low = [](double value) { return static_cast<int>(std::floor(value / kCell)); };
  const auto high = [](double value) { return static_cast<int>(std::ceil(value / kCell)); };
  return {low(box.least.x), low(box.least.y), high(box.greatest.x), high(box.greatest.y)};
}

void Raster::take(const Box& box) {
  const Cells area = cells(box);
  const int left = std::clamp(area.left, 0, columns_);
  const int right = std::clamp(area.right, left, columns_);
  for (int row = std::max(area.top, 0); row < std::min(area.bottom, rows_); ++row) {
    std::fill_n(taken_.begin() + (static_cast<std::ptrdiff_t>(row) * columns_ + left), right - left,
                std::uint8_t{1});
  }
}

std::vector<double> Raster::crossings(const std::vector<Point>& outline, double y) {
  std::vector<double> crossings;
  for (std::size_t i = 1; i < outline.size(); ++i) {
    const Point& a = outline[i - 1];
    const Point& b = outline[i];
    if ((a.y > y) != (b.y > y)) crossings.push_back((b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x);
  }
  std::ranges::sort(crossings);
  return crossings;
}

void Raster::take_in_row(int row, double from, double to) {
  if (to > from) take({{from, row * kCell + 1}, {to, row * kCell + kCell - 1}});
}

void Raster::take_outside(const std::vector<Point>& outline) {
  for (int row = 0; row < rows_; ++row) {
    double from = 0;
    const std::vector<double> edges = crossings(outline, (row + 0.5) * kCell);
    for (std::size_t i = 0; i + 1 < edges.size(); i += 2) {
      take_in_row(row, from, edges[i]);
      from = std::max(0.0, edges[i + 1]);
    }
    take_in_row(row, from, columns_ * kCell);
  }
}

void Raster::take_inside(const std::vector<Point>& outline) {
  for (int row = 0; row < rows_; ++row) {
    const std::vector<double> edges = crossings(outline, (row + 0.5) * kCell);
    for (std::size_t i = 0; i + 1 < edges.size(); i += 2) take_in_row(row, edges[i], edges[i + 1]);
  }
}

void Raster::take_line(const std::vector<Point>& line, double half_width) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Point& a = line[i - 1];
    const Point& b = line[i];
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const int steps = std::clamp(static_cast<int>(length / kCell) + 1, 1, 4000);
    for (int step = 0; step <= steps; ++step) {
      const double part = static_cast<double>(step) / steps;
      take(around({a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part}, half_width, half_width));
    }
  }
}

void Raster::settle() {
  const auto stride = static_cast<std::size_t>(columns_) + 1;
  sums_.assign(stride * (static_cast<std::size_t>(rows_) + 1), 0);
  for (int row = 0; row < rows_; ++row) {
    std::uint32_t in_row = 0;
    for (int column = 0; column < columns_; ++column) {
      in_row += at(column, row);
      sums_[(static_cast<std::size_t>(row) + 1) * stride + static_cast<std::size_t>(column) + 1] =
          sum(column + 1, row) + in_row;
    }
  }
}

std::uint32_t Raster::taken_in(const Box& box) const {
  const Cells area = cells(box);
  if (area.left < 0 || area.top < 0 || area.right > columns_ || area.bottom > rows_) {
    return static_cast<std::uint32_t>((area.right - area.left) * (area.bottom - area.top));
  }
  return sum(area.right, area.bottom) - sum(area.left, area.bottom) - sum(area.right, area.top) +
         sum(area.left, area.top);
}

bool Raster::is_free_now(const Box& box) const {
  const Cells area = cells(box);
  if (area.left < 0 || area.top < 0 || area.right > columns_ || area.bottom > rows_) return false;
  for (int row = area.top; row < area.bottom; ++row) {
    const auto begin = taken_.begin() + static_cast<std::ptrdiff_t>(row) * columns_;
    if (std::find(begin + area.left, begin + area.right, 1) != begin + area.right) return false;
  }
  return true;
}

}  // namespace landkaart
