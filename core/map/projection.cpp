// SPDX-License-Identifier: EUPL-1.2
#include "core/map/projection.h"

#include <algorithm>

namespace landkaart::inline v0 {
namespace {

constexpr double kSide = 35;       // sea to the left and right of the outermost land
constexpr double kTop = 96;        // room for the title
constexpr double kHighest = 1400;  // the map is not drawn higher than this
constexpr double kLowest = 240;    // a flat map gets at least this height

// The box around all lands, places and roads; the unit square for an empty scene.
Box bounds(const Scene& scene) {
  constexpr double kFar = 1e9;
  Box box{{kFar, kFar}, {-kFar, -kFar}};
  const auto include = [&](const Point& point) {
    box.least = {std::min(box.least.x, point.x), std::min(box.least.y, point.y)};
    box.greatest = {std::max(box.greatest.x, point.x), std::max(box.greatest.y, point.y)};
  };
  for (const SceneLand& land : scene.lands) std::ranges::for_each(land.outline, include);
  for (const ScenePlace& place : scene.places) include(place.at);
  for (const auto& road : scene.roads) std::ranges::for_each(road, include);
  return box.least.x > box.greatest.x ? Box{{0, 0}, {1, 1}} : box;
}

}  // namespace

Projection::Projection(const Scene& scene, double foot) : foot_(foot) {
  const Box box = bounds(scene);
  const double width = std::max(box.greatest.x - box.least.x, 1e-6);
  const double height = std::max(box.greatest.y - box.least.y, 1e-6);
  const double room = kWidth - 2 * kSide;
  scale_ = std::min(room / width, kHighest / height);
  const double drawn = std::max(height * scale_, kLowest);
  map_middle_ = {(box.least.x + box.greatest.x) / 2, (box.least.y + box.greatest.y) / 2};
  drawing_middle_ = {kWidth / 2, kTop + drawn / 2};
  height_ = kTop + drawn + kSide / 2 + foot_;
}

Point Projection::operator()(const Point& point) const {
  return {drawing_middle_.x + (point.x - map_middle_.x) * scale_,
          drawing_middle_.y + (point.y - map_middle_.y) * scale_};
}

std::vector<Point> Projection::operator()(const std::vector<Point>& points) const {
  std::vector<Point> projected;
  projected.reserve(points.size());
  for (const Point& point : points) projected.push_back((*this)(point));
  return projected;
}

}  // namespace landkaart::inline v0
