// SPDX-License-Identifier: EUPL-1.2
// MapFeatures, the map section of a pack (canonical GeoJSON) as values.
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
  std::vector<Point> points;  // one for a place or hazard
};

// Throws Error(malformed) with what is wrong; used for packs and for authoring folders alike.
std::vector<MapFeature> parse_map(std::string_view geojson);

}  // namespace landkaart::inline v0
