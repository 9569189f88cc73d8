// SPDX-License-Identifier: EUPL-1.2
// LandRoom, the room for places in a land: each id gets a point that keeps its distance.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/map/box_index.h"
#include "core/map/raster.h"

namespace landkaart::inline v0 {

class LandRoom {
 public:
  // The outline must outlive it.
  explicit LandRoom(const std::vector<Point>& outline);

  // A place that is there, in this land or beside it.
  void take(const Point& place);
  // The first of the points of an id that is free, and is taken then; nothing in a land without
  // room. It depends on the places that were taken before only where they are in the way.
  std::optional<Point> settle(std::string_view id);

 private:
  // In the unit of the raster, and back in that of the map.
  Point scaled(const Point& point) const;
  Point unscaled(const Point& point) const;
  bool is_free(const Point& at, double distance) const;

  const std::vector<Point>& outline_;
  Point corner_;
  double scale_ = 1;
  double side_ = 0;  // of a square as large as the land
  Raster outside_;
  std::vector<Point> cells_;  // of the land, by their middle
  BoxIndex taken_;
  std::size_t count_ = 0;
};

}  // namespace landkaart::inline v0
