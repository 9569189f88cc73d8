// SPDX-License-Identifier: EUPL-1.2
// LandRoom finds places inside one land, each at a distance from all places before it. The entry
// point is find_place().
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/map/box_index.h"
#include "core/map/raster.h"

namespace landkaart::inline v0 {

class LandRoom {
 public:
  // `outline` must outlive this object.
  explicit LandRoom(const std::vector<Point>& outline);

  // Marks an existing place as occupied. The place may lie outside the land.
  void occupy(const Point& place);
  // Returns a free point for an id and marks it as occupied; returns nothing when the land has no
  // room. Tries random points whose seed is the id, at the largest distance to other places first.
  // Other places change the result only when they are too near to a point that is tried.
  std::optional<Point> find_place(std::string_view id);

 private:
  // Convert between the coordinates of the map and those of the raster.
  Point scaled(const Point& point) const;
  Point unscaled(const Point& point) const;
  bool is_free(const Point& at, double distance) const;

  const std::vector<Point>& outline_;
  Point corner_;
  double scale_ = 1;
  double side_ = 0;  // side of a square with the area of the land, in units of the raster
  Raster outside_;
  std::vector<Point> cells_;  // centres of the raster cells that lie inside the land
  BoxIndex occupied_;
  std::size_t count_ = 0;
};

}  // namespace landkaart::inline v0
