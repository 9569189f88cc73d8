// SPDX-License-Identifier: EUPL-1.2
#include "core/map/waters.h"

#include <algorithm>
#include <cmath>

#include "core/map/dice.h"

namespace landkaart {
namespace {

constexpr double kShortest = 70, kBest = 190;
constexpr double kClearance = 6;    // on both sides of a river
constexpr double kMouth = 22;       // where the coast itself is close
constexpr double kSourceStep = 30;  // between sources that are tried
constexpr double kWinding = 0.22;

void wind(const Point& a, const Point& b, Dice& dice, std::vector<Point>& out) {
  const double length = distance(a, b);
  if (length < 14) {
    out.push_back(b);
    return;
  }
  const double aside = dice.between(-kWinding, kWinding);
  const Point middle{(a.x + b.x) / 2 - (b.y - a.y) * aside, (a.y + b.y) / 2 + (b.x - a.x) * aside};
  wind(a, middle, dice, out);
  wind(middle, b, dice, out);
}

bool is_clear(const std::vector<Point>& course, const Raster& taken) {
  const Point& mouth = course.back();
  for (const Point& point : course) {
    if (distance(point, mouth) < kMouth) continue;
    if (!taken.is_free(around(point, kClearance, kClearance))) return false;
  }
  return true;
}

double lake_radius(const Point& at, const Raster& taken) {
  double radius = 0;
  for (double tried = 9; tried <= 16; tried += 1.5) {
    if (taken.is_free(around(at, tried * 1.35 + 4, tried * 0.9 + 4))) radius = tried;
  }
  return radius;
}

std::vector<Point> sources(const std::vector<Point>& outline, const Raster& taken) {
  const Box box = bounds_of(outline);
  std::vector<Point> sources;
  for (double y = box.least.y; y < box.greatest.y; y += kSourceStep) {
    for (double x = box.least.x; x < box.greatest.x; x += kSourceStep) {
      if (taken.is_free(around({x, y}, 12, 12))) sources.push_back({x, y});
    }
  }
  return sources;
}

}  // namespace

std::optional<River> find_river(const std::vector<Point>& outline, const std::vector<Point>& shore,
                                const Raster& taken) {
  std::optional<River> best;
  double least = 1e9;
  if (outline.empty()) return best;
  const std::vector<Point> starts = sources(outline, taken);
  const std::size_t step = std::max<std::size_t>(1, shore.size() / 30);
  for (const Point& source : starts) {
    const double lake = lake_radius(source, taken);
    for (std::size_t i = step / 2; i < shore.size(); i += step) {
      const double length = distance(shore[i], source);
      const double cost = std::abs(length - kBest) - 5 * lake;
      if (length < kShortest || cost >= least) continue;
      Dice dice = Dice::of(source);
      River river{{source}, lake};
      wind(source, shore[i], dice, river.course);
      if (!is_clear(river.course, taken)) continue;
      best = std::move(river);
      least = cost;
    }
  }
  return best;
}

}  // namespace landkaart
