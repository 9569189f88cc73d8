// SPDX-License-Identifier: EUPL-1.2
#include "core/map/land_names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "core/map/lettering.h"

namespace landkaart {
namespace {

constexpr std::array kFontSizes = {30.0, 27.0, 24.0, 21.0, 18.0, 15.0};
constexpr std::array kTilts = {0.0, -9.0, 9.0, -18.0, 18.0, -27.0, 27.0};  // degrees
constexpr std::array kBends = {0.09, -0.09, 0.045};                        // of the length
constexpr double kStep = 11;
constexpr double kLineHeight = 1.2;
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

Point on_curve(const CurvedLine& line, double t) {
  const double a = (1 - t) * (1 - t), b = 2 * t * (1 - t), c = t * t;
  return {a * line.from.x + b * line.control.x + c * line.to.x,
          a * line.from.y + b * line.control.y + c * line.to.y};
}

class Search {
 public:
  Search(const Lines& lines, double font_size, const Raster& taken)
      : lines_(lines), size_(font_size), taken_(taken) {}

  // The name around a middle, or nothing when something is in its way.
  std::optional<LandName> at(const Point& middle, double degrees, double bend) const {
    const double angle = degrees * std::numbers::pi / 180;
    const Point along{std::cos(angle), std::sin(angle)};
    const Point down{-along.y, along.x};
    LandName name{size_, {}, {}};
    const auto count = static_cast<double>(lines_.texts.size());
    for (std::size_t i = 0; i < lines_.texts.size(); ++i) {
      const double offset = (static_cast<double>(i) - (count - 1) / 2) * size_ * kLineHeight;
      const Point base{middle.x + down.x * offset, middle.y + down.y * offset};
      const double half = lines_.lengths[i] / 2;
      const double lift = -bend * lines_.lengths.front() * 2 * half / lines_.lengths.front();
      CurvedLine line{lines_.texts[i],
                      {base.x - along.x * half, base.y - along.y * half},
                      {base.x + down.x * lift * 2, base.y + down.y * lift * 2},
                      {base.x + along.x * half, base.y + along.y * half}};
      if (!cover(line, lines_.lengths[i], down, name.boxes)) return std::nullopt;
      name.lines.push_back(std::move(line));
    }
    return name;
  }

 private:
  bool cover(const CurvedLine& line, double length, const Point& down,
             std::vector<Box>& boxes) const {
    const int steps = std::max(2, static_cast<int>(length / (size_ * 0.55)));
    for (int step = 0; step <= steps; ++step) {
      const Point base = on_curve(line, static_cast<double>(step) / steps);
      const Point middle{base.x - down.x * size_ * 0.3, base.y - down.y * size_ * 0.3};
      const Box box = around(middle, size_ * 0.5, size_ * 0.56);
      if (!taken_.is_free(box)) return false;
      boxes.push_back(box);
    }
    return true;
  }

  const Lines& lines_;
  double size_;
  const Raster& taken_;
};

Box bounds(const std::vector<Point>& outline) {
  Box box{outline.front(), outline.front()};
  for (const Point& point : outline) box = united(box, {point, point});
  return box;
}

// The place nearest to the middle of the land, with as little tilt as there can be.
std::optional<LandName> best_place(const Search& search, const Box& land) {
  std::optional<LandName> best;
  double least = 1e9;
  const Point heart{(land.least.x + land.greatest.x) / 2, (land.least.y + land.greatest.y) / 2};
  for (double y = land.least.y + kStep; y < land.greatest.y; y += kStep) {
    for (double x = land.least.x + kStep; x < land.greatest.x; x += kStep) {
      const double away = std::hypot(x - heart.x, y - heart.y);
      for (const double tilt : kTilts) {
        for (const double bend : kBends) {
          const double cost = away + std::abs(tilt) * 2 + (bend < 0 ? 6 : 0);
          if (cost >= least) continue;
          if (auto name = search.at({x, y}, tilt, bend)) {
            best = std::move(name);
            least = cost;
          }
        }
      }
    }
  }
  return best;
}

}  // namespace

std::optional<LandName> place_land_name(const std::string& title, const std::vector<Point>& outline,
                                        const Raster& taken) {
  if (outline.empty() || title.empty()) return std::nullopt;
  const Box land = bounds(outline);
  const double width = land.greatest.x - land.least.x;
  for (const double font_size : kFontSizes) {
    for (const double part : {0.9, 0.5, 0.34}) {
      const Lines lines = lines_of(title, font_size, width * part, 3);
      if (lines.texts.back().ends_with("\xe2\x80\xa6")) continue;
      if (auto name = best_place(Search(lines, font_size, taken), land)) return name;
    }
  }
  return std::nullopt;
}

}  // namespace landkaart
