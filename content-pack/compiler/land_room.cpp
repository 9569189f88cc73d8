// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/land_room.h"

#include <cmath>

#include "core/map/dice.h"
#include "core/map/geometry_queries.h"

namespace landkaart::inline v0 {
namespace {

constexpr double kSize = 500;        // the larger of width and height of a land in its raster
constexpr double kFirstShare = 0.2;  // the first distance between places, as a share of the side
constexpr double kShrink = 1.2;      // each next distance is the previous one divided by this
constexpr double kEdgeShare = 0.34;  // distance to the edge, as a share of that between places
constexpr double kNearest = 0.02;    // the search stops below this distance, in raster units
constexpr int kTries = 96;           // points for each id

Box raster_box(const Box& bounds, double scale) {
  return {
      {0, 0},
      {(bounds.greatest.x - bounds.least.x) * scale, (bounds.greatest.y - bounds.least.y) * scale}};
}

double scale_of(const Box& bounds) {
  const double size =
      std::max(bounds.greatest.x - bounds.least.x, bounds.greatest.y - bounds.least.y);
  return kSize / std::max(size, 1e-6);
}

}  // namespace

LandRoom::LandRoom(const std::vector<Point>& outline)
    : outline_(outline),
      corner_(bounds_of(outline).least),
      scale_(scale_of(bounds_of(outline))),
      outside_(raster_box(bounds_of(outline), scale_)) {
  std::vector<Point> in_raster;
  in_raster.reserve(outline.size());
  for (const Point& point : outline) in_raster.push_back(scaled(point));
  outside_.take_outside(in_raster);
  outside_.settle();
  const Box box = bounds_of(in_raster);
  for (double y = Raster::kCell / 2; y < box.greatest.y; y += Raster::kCell) {
    for (double x = Raster::kCell / 2; x < box.greatest.x; x += Raster::kCell) {
      if (outside_.is_free(around({x, y}, 1, 1))) cells_.push_back({x, y});
    }
  }
  side_ = std::sqrt(static_cast<double>(cells_.size())) * Raster::kCell;
}

Point LandRoom::scaled(const Point& point) const {
  return {(point.x - corner_.x) * scale_, (point.y - corner_.y) * scale_};
}

Point LandRoom::unscaled(const Point& point) const {
  return {point.x / scale_ + corner_.x, point.y / scale_ + corner_.y};
}

void LandRoom::occupy(const Point& place) {
  const Point at = scaled(place);
  const Box near = around({kSize / 2, kSize / 2}, kSize, kSize);
  if (overlap(near, {at, at})) occupied_.add({at, at}, count_++);
}

bool LandRoom::is_free(const Point& at, double distance) const {
  const double edge = distance * kEdgeShare;
  return outside_.is_free(around(at, edge, edge)) &&
         !occupied_.overlaps_any(around(at, distance, distance), count_);
}

std::optional<Point> LandRoom::find_place(std::string_view id) {
  if (cells_.empty()) return std::nullopt;
  std::vector<Point> points;
  Dice dice = Dice::of(id);
  for (int i = 0; i < kTries; ++i) {
    const Point& cell = cells_[dice.next() % cells_.size()];
    constexpr double kHalf = Raster::kCell / 2;
    points.push_back({cell.x + dice.between(-kHalf, kHalf), cell.y + dice.between(-kHalf, kHalf)});
  }
  for (double distance = kFirstShare * side_; distance > kNearest; distance /= kShrink) {
    for (const Point& point : points) {
      if (!is_free(point, distance)) continue;
      const Point place = unscaled(point);
      if (!contains(outline_, place)) continue;
      occupy(place);
      return place;
    }
  }
  return std::nullopt;
}

}  // namespace landkaart::inline v0
