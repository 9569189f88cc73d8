// SPDX-License-Identifier: EUPL-1.2
//
// Problem: write the name of a land large and inside the land, in one to three lines along a gentle
// curve, without covering its coast or the signs of its places.
//
// Idea (our own): exhaustive search over few shapes and all positions. A shape is the name in one
// font size, broken into lines, tilted by one of five angles and bent up or down; its letters are
// covered by small boxes around the origin. A shape is tried at every cell of the land; CellRows
// tests 64 positions at once. The cost of a position is its distance from the middle of the land
// plus a penalty for the tilt and the bend, and the cheapest position wins. Font sizes are tried
// from large to small, and the first size with any position wins.
//
// The search is a branch and bound: rows of cells are tried in order of their vertical distance
// from the middle. That distance plus the penalty of the shape is a lower bound of the cost of
// every position in the row and in the rows after it, so the shape is finished when the bound
// reaches the best cost found so far.
//
// Invariant: every box of the returned name covers free cells only. A name moves by whole cells, so
// the cells of its boxes are computed once. It ends: 8 font sizes, 3 widths, 10 shapes and the
// cells of the land are all finite.
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
constexpr std::array kBends = {0.09, -0.09};  // height of the arc, as a part of the line's length
constexpr double kNameLineHeight = 1.2;       // distance of two baselines, in font sizes
constexpr double kLetterHalf = 0.48;          // half the height of a letter's box, in font sizes
// text_width is that of a sans-serif face, but names of lands have a serif face that a browser
// chooses. Lines are taken to be 4 % longer, because SVG cannot fix the length of text on a curve.
constexpr double kFaceMargin = 1.04;

struct Lines {
  std::vector<std::string> texts;
  std::vector<double> lengths;  // of each line, in units
};

// `title` broken into at most `most` lines of about `width`.
Lines lines_of(const std::string& title, double font_size, double width, std::size_t most) {
  Lines lines;
  lines.texts = break_lines(title, font_size * kFaceMargin, width, most);
  for (const std::string& text : lines.texts) {
    lines.lengths.push_back(text_width(text, font_size) * kFaceMargin +
                            static_cast<double>(text.size()) * font_size * kLandNameSpacing);
  }
  return lines;
}

// Whether the last line was shortened, which break_lines marks with an ellipsis.
bool is_cut(const Lines& lines) { return lines.texts.back().ends_with("\xe2\x80\xa6"); }

// The point of the curve at parameter t, from 0 at its start to 1 at its end.
Point on_curve(const CurvedLine& line, double t) {
  const double a = (1 - t) * (1 - t), b = 2 * t * (1 - t), c = t * t;
  return {a * line.from.x + b * line.control.x + c * line.to.x,
          a * line.from.y + b * line.control.y + c * line.to.y};
}

// A name around the origin, to be moved to the positions that are tried.
struct Shape {
  double tilt, bend;
  LandName name;
  // Column and row of the cell at the upper left corner of each box. The boxes that are most likely
  // to lie on a taken cell come first.
  std::vector<std::pair<int, int>> corners;
};

// Adds boxes along a line that cover its letters. `down` is the direction across the line.
void add_letter_boxes(const CurvedLine& line, double length, double font_size, const Point& down,
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
    const double offset = (static_cast<double>(i) - middle_line) * font_size * kNameLineHeight;
    const Point base{down.x * offset, down.y * offset};
    const double half = lines.lengths[i] / 2;
    const double lift = -bend * lines.lengths[i];
    const CurvedLine line{lines.texts[i],
                          {base.x - along.x * half, base.y - along.y * half},
                          {base.x + down.x * lift * 2, base.y + down.y * lift * 2},
                          {base.x + along.x * half, base.y + along.y * half}};
    add_letter_boxes(line, lines.lengths[i], font_size, down, shape.name.boxes);
    shape.name.lines.push_back(line);
  }
  const auto add = [&](const Box& box) {
    const Raster::Cells cells = Raster::cells(box);
    shape.corners.emplace_back(cells.left, cells.top);
  };
  // Both ends first, and then every sixth box, in six rounds. Neighbouring boxes often lie on the
  // same cells, so a box far away finds a taken cell sooner.
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

// The greatest number of cells that a letter can touch across or down. A letter that begins inside
// a cell touches one cell more than its size in cells.
int cells_of_letter(double font_size) {
  return static_cast<int>(std::ceil(2 * kLetterHalf * font_size / Raster::kCell)) + 1;
}

// The shape and position with the lowest cost: distance from the middle of the land plus a penalty
// for tilt and bend. `taken` has been grown by the size of a letter.
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
