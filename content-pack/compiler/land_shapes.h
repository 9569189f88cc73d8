// SPDX-License-Identifier: EUPL-1.2
// Land shapes: outlines of lands that nobody drew, side by side as one coast, or around places.
#pragma once

#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

// Closed outlines of `count` lands in rows. A land more at the end leaves the others as they are,
// but for the steps from 4 to 5 and from 12 to 13, where a row becomes longer.
std::vector<std::vector<Point>> lands_in_rows(std::size_t count);

// Places with the number of their land: each land is what is nearest to its places. A land without
// places, or enclosed by another, has no points.
struct SettledPlace {
  Point at;
  std::size_t land;
};
std::vector<std::vector<Point>> lands_around(const std::vector<SettledPlace>& places,
                                             std::size_t count);

}  // namespace landkaart::inline v0
