// SPDX-License-Identifier: EUPL-1.2
// parse_map, which reads the map of a pack or of an authoring folder: GeoJSON with territories,
// places, hazards (obstacles) and roads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

enum class MapRole { territory, place, hazard, road };

struct MapFeature {
  MapRole role{};
  std::string id;             // empty for a road
  std::vector<Point> points;  // one point for a place or hazard; the outline or line of the others
};

// Throws Error(malformed) with the number of the first feature that breaks a rule, and
// Error(limit_exceeded) for a map with too many features or points.
std::vector<MapFeature> parse_map(std::string_view geojson);

}  // namespace landkaart::inline v0
