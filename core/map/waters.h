// SPDX-License-Identifier: EUPL-1.2
// Waters: a river for each land with room for one, from a lake to the sea.
#pragma once

#include <optional>
#include <vector>

#include "core/map/raster.h"

namespace landkaart::inline v0 {

struct River {
  std::vector<Point> course;  // from its source to its mouth
  double lake_radius = 0;     // around the source; 0 for a spring
};

// `shore` are the points of the land that face the sea. `taken` has everything that a river must
// stay clear of: what is outside the land, signs and letters; it is settled.
std::optional<River> find_river(const std::vector<Point>& outline, const std::vector<Point>& shore,
                                const Raster& taken);

}  // namespace landkaart::inline v0
