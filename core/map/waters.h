// SPDX-License-Identifier: EUPL-1.2
// find_river, which finds room for a river in a land, from a lake or a spring to the sea.
#pragma once

#include <optional>
#include <vector>

#include "core/map/raster.h"

namespace landkaart::inline v0 {

struct River {
  std::vector<Point> course;  // from its source to its mouth
  double lake_radius = 0;     // radius of the lake at the source; 0 when there is no lake
};

// `shore` holds the points of the land that face the sea. In `taken`, which must be settled,
// everything that a river must avoid is taken: the outside of the land, signs and letters. Returns
// nullopt when there is no room for a river of at least 70 units.
std::optional<River> find_river(const std::vector<Point>& outline, const std::vector<Point>& shore,
                                const Raster& taken);

}  // namespace landkaart::inline v0
