// SPDX-License-Identifier: EUPL-1.2
// parse_map, which reads the map of a pack or of an authoring folder: GeoJSON with territories,
// places, hazards (obstacles) and roads.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

enum class MapRole { territory, place, hazard, road };

// The name of a role in GeoJSON, and the type of geometry that the role requires.
struct RoleShape {
  std::string_view name;
  MapRole role;
  std::string_view geometry;
};

inline constexpr std::array kRoleShapes = {RoleShape{"territory", MapRole::territory, "Polygon"},
                                           RoleShape{"place", MapRole::place, "Point"},
                                           RoleShape{"hazard", MapRole::hazard, "Point"},
                                           RoleShape{"road", MapRole::road, "LineString"}};

inline constexpr double kGreatestCoordinate = 1e6;  // in units of the map

struct MapFeature {
  MapRole role{};
  std::string id;             // empty for a road
  std::vector<Point> points;  // one point for a place or hazard; the outline or line of the others
};

// Throws Error(malformed) with the number of the first feature that breaks a rule, and
// Error(limit_exceeded) for a map with too many features or points.
std::vector<MapFeature> parse_map(std::string_view geojson);

}  // namespace landkaart::inline v0
