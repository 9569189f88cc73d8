// SPDX-License-Identifier: EUPL-1.2
#include "core/map/land_names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "core/map/cell_rows.h"
#include "core/map/lettering.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::array kFontSizes = {28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0};
constexpr std::array kTilts = {0.0, -10.0, 10.0, -20.0, 20.0};  // degrees
constexpr std::array kBends = {0.09, -0.09};                    // of the length
constexpr double kLineHeight = 1.2;
constexpr double kLetterHalf = 0.48;  // of the height of a letter, in font sizes
// Serif faces differ, and the length of a curve is not fixed.
constexpr double kFaceMargin = 1.04;

struct Lines {
  std::vector<std::string> texts;
  std::vector<double> lengths;
};

Lines lines_of(const std::string& title, double font_size, double width, std::size_t most) {
  Lines lines;
  lines.texts = break_lines(title, font_size * kFaceMargin, width, most);
  for (const std::string& text : lines.texts) {
    lines.lengths.push_back(text_width(text, font_size) * kFaceMargin +
                            static_cast<double>(text.size()) * font_size * kLandNameSpacing);
  }
  return lines;
}

bool is_cut(const Lines& lines) { return lines.texts.back().ends_with("\xe2\x80\xa6"); }

Point on_curve(const CurvedLine& line, double t) {
  const double a = (1 - t) * (1 - t), b = 2 * t * (1 - t), c = t * t;
  return {a * line.from.x + b * line.control.x + c * line.to.x,
          a * line.from.y + b * line.control.y + c * line.to.y};
}

// A name with its letters around the origin, to be tried at many places.
struct Shape {
  double tilt, bend;
  LandName name;
  // The cell at the corner of each of its boxes, those most likely in the way first.
  std::vector<std::pair<int, int>> corners;
};

void cover(const CurvedLine& line, double length, double font_size, const Point& down,
           std::vector<Box>& boxes) {
  const int steps = std::max(2, static_cast<int>(length / (font_size * 0.75)));
  for (int step = 0; step <= steps; ++step) {
    const Point base = on_curve(line, static_cast<double>(step) / steps);
    const Point middle{base.x - down.x * font_size * 0.26, base.y - down.y * font_size * 0.26};
    boxes.push_back(around(middle, font_size * 0.45, font_size * kLetterHalf));
  }
}

Shape shape_of(const Lines& lines, double font_size, double tilt, double bend) {
  const double angle = tilt * std::numbers::pi / 180;
  const Point along{std::cos(angle), std::sin(angle)};
  const Point down{-along.y, along.x};
  Shape shape{tilt, bend, {font_size, {}, {}}, {}};
  const double middle_line = (static_cast<double>(lines.texts.size()) - 1) / 2;
  for (std::size_t i = 0; i < lines.texts.size(); ++i) {
    const double offset = (static_cast<double>(i) - middle_line) * font_size * kLineHeight;
    const Point base{down.x * offset, down.y * offset};
    const double half = lines.lengths[i] / 2;
    const double lift = -bend * lines.lengths[i];
    const CurvedLine line{lines.texts[i],
                          {base.x - along.x * half, base.y - along.y * half},
                          {base.x + down.x * lift * 2, base.y + down.y * lift * 2},
                          {base.x + along.x * half, base.y + along.y * half}};
    cover(line, lines.lengths[i], font_size, down, shape.name.boxes);
    shape.name.lines.push_back(line);
  }
  const auto add = [&](const Box& box) {
    const Raster::Cells cells = Raster::cells(box);
    shape.corners.emplace_back(cells.left, cells.top);
  };
  // Both ends, and then every sixth letter from each of six beginnings: neighbours tell little.
  add(shape.name.boxes.front());
  add(shape.name.boxes.back());
  for (std::size_t begin = 0; begin < 6; ++begin) {
    for (std::size_t i = begin; i < shape.name.boxes.size(); i += 6) add(shape.name.boxes[i]);
  }
  return shape;
}

std::vector<Shape> shapes_of(const Lines& lines, double font_size) {
  std::vector<Shape> shapes;
  for (const double tilt : kTilts) {
    for (const double bend : kBends) shapes.push_back(shape_of(lines, font_size, tilt, bend));
  }
  return shapes;
}

LandName moved(LandName name, const Point& by) {
  const auto move = [&](Point& point) { point = {point.x + by.x, point.y + by.y}; };
  for (CurvedLine& line : name.lines) {
    for (Point* point : {&line.from, &line.control, &line.to}) move(*point);
  }
  for (Box& box : name.boxes) {
    move(box.least);
    move(box.greatest);
  }
  return name;
}

// The cells that a letter can cover, wherever in its first cell it begins.
int cells_of_letter(double font_size) {
  return static_cast<int>(std::ceil(2 * kLetterHalf * font_size / Raster::kCell)) + 1;
}

// The place nearest to the middle of the land, with as little tilt as there can be.
std::optional<LandName> best_place(const std::vector<Shape>& shapes, const CellRows& taken,
                                   const Point& middle) {
  const Shape* best = nullptr;
  Point place;
  double least = 1e9;
  std::vector<int> rows;
  for (int row = taken.top(); row < taken.bottom(); ++row) rows.push_back(row);
  std::ranges::stable_sort(rows, {},
                           [&](int row) { return std::abs(row * Raster::kCell - middle.y); });
  for (const Shape& shape : shapes) {
    const double effort = std::abs(shape.tilt) * 2 + (shape.bend < 0 ? 6 : 0);
    for (const int row : rows) {
      if (effort + std::abs(row * Raster::kCell - middle.y) >= least) break;
      CellRows::Row blocked = taken.free_row();
      for (const auto& [left, top] : shape.corners) {
        taken.add_taken(row + top, left, blocked);
        if (CellRows::is_full(blocked)) break;
      }
      taken.for_each_free(blocked, [&](int column) {
        const Point tried{column * Raster::kCell, row * Raster::kCell};
        const double cost = effort + distance(tried, middle);
        if (cost >= least) return;
        best = &shape;
        place = tried;
        least = cost;
      });
    }
  }
  if (best == nullptr) return std::nullopt;
  return moved(best->name, place);
}

}  // namespace

std::optional<LandName> place_land_name(const std::string& title, const std::vector<Point>& outline,
                                        const Raster& taken, const NameSize& size) {
  if (outline.empty() || title.empty()) return std::nullopt;
  const Box land = bounds_of(outline);
  const double width = land.greatest.x - land.least.x;
  const Point middle{(land.least.x + land.greatest.x) / 2, (land.least.y + land.greatest.y) / 2};
  const CellRows cells(taken, land);
  for (const double font_size : kFontSizes) {
    if (font_size > size.largest) continue;
    const CellRows room = cells.grown(cells_of_letter(font_size));
    std::vector<std::string> tried;
    for (const double part : {0.9, 0.5, 0.34}) {
      const Lines lines = lines_of(title, font_size, width * part, 3);
      if (lines.texts == tried || is_cut(lines)) continue;
      if (auto name = best_place(shapes_of(lines, font_size), room, middle)) return name;
      tried = lines.texts;
    }
  }
  if (!size.may_be_cut) return std::nullopt;
  const CellRows room = cells.grown(cells_of_letter(kFontSizes.back()));
  for (const double part : {0.9, 0.6, 0.4}) {
    const Lines lines = lines_of(title, kFontSizes.back(), width * part, 1);
    if (auto name = best_place(shapes_of(lines, kFontSizes.back()), room, middle)) return name;
  }
  return std::nullopt;
}

}  // namespace landkaart::inline v0
