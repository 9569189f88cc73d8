// SPDX-License-Identifier: EUPL-1.2
#include "core/map/targets.h"

#include <array>
#include <cmath>
#include <numbers>

#include "core/map/box_index.h"
#include "core/map/geometry_queries.h"
#include "core/map/raster.h"

namespace landkaart {
namespace {

constexpr int kCorners = 12;

std::vector<Point> disc(const Point& middle) {
  std::vector<Point> corners;
  // Around the circle, so that the whole disc lies within.
  const double radius = kTargetRadius / std::cos(std::numbers::pi / kCorners);
  for (int i = 0; i < kCorners; ++i) {
    const double angle = (i + 0.5) * 2 * std::numbers::pi / kCorners;
    corners.push_back({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
  }
  return corners;
}

// The part of a convex outline on the side of `own` (Sutherland and Hodgman, 1974).
std::vector<Point> nearer_to(const Point& own, const Point& other,
                             const std::vector<Point>& outline) {
  const Point across{other.x - own.x, other.y - own.y};
  const double half = (other.x * other.x + other.y * other.y - own.x * own.x - own.y * own.y) / 2;
  const auto beyond = [&](const Point& at) { return at.x * across.x + at.y * across.y - half; };
  std::vector<Point> kept;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Point& a = outline[i];
    const Point& b = outline[(i + 1) % outline.size()];
    const double from = beyond(a), to = beyond(b);
    if (from <= 0) kept.push_back(a);
    if ((from < 0) != (to < 0) && from != to) {
      const double part = from / (from - to);
      if (part > 0 && part < 1) {
        kept.push_back({a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part});
      }
    }
  }
  return kept;
}

}  // namespace

std::vector<std::vector<Point>> targets_of(const std::vector<Point>& places) {
  BoxIndex index;
  for (std::size_t i = 0; i < places.size(); ++i) index.add({places[i], places[i]}, i);
  std::vector<std::vector<Point>> targets;
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::vector<Point> outline = disc(places[i]);
    const double reach = 2.2 * kTargetRadius;
    for (const std::size_t other : index.overlapping(around(places[i], reach, reach), i)) {
      if (places[other] != places[i]) outline = nearer_to(places[i], places[other], outline);
    }
    targets.push_back(std::move(outline));
  }
  return targets;
}

}  // namespace landkaart
