// SPDX-License-Identifier: EUPL-1.2
// Land shapes: computes outlines for lands that map.geojson does not draw, in rows or around
// places.
#pragma once

#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

// Returns closed outlines of `count` adjacent lands in rows of 2, 3 or 4. One land more at the end
// does not change the other lands, except from 4 to 5 and from 12 to 13, where rows become longer.
std::vector<std::vector<Point>> lands_in_rows(std::size_t count);

struct PlaceInLand {
  Point at;
  std::size_t land;  // less than `count`
};
// Returns the outlines of `count` lands. Each land is the area nearest to its places. A land has an
// empty outline when it has no places, or when its places lie so close to those of other lands that
// no cell of the grid belongs to it.
std::vector<std::vector<Point>> lands_around(const std::vector<PlaceInLand>& places,
                                             std::size_t count);

}  // namespace landkaart::inline v0
