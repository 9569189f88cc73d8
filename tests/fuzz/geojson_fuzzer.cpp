// SPDX-License-Identifier: EUPL-1.2
// Reads any text as the map of a pack, and as map.geojson of an authoring folder. A map that can be
// read must draw.
#include <algorithm>

#include "content-pack/compiler/map_source.h"
#include "core/map/map_features.h"
#include "core/text/utf8.h"
#include "landkaart/error.h"
#include "landkaart/map.h"
#include "tests/fuzz/fuzzer.h"

namespace {

using namespace landkaart;

Map::Content content_of(const std::vector<MapFeature>& features) {
  Map::Content content;
  for (const MapFeature& feature : features) {
    switch (feature.role) {
      case MapRole::territory:
        content.territories.push_back({feature.id, feature.points, feature.id});
        break;
      case MapRole::place:
        content.places.push_back({feature.id, feature.points.front(), feature.id});
        break;
      case MapRole::hazard:
        content.hazards.push_back({feature.id, feature.points.front(), feature.id, Kind::obstacle});
        break;
      case MapRole::road: content.roads.push_back({feature.points}); break;
    }
  }
  return content;
}

void read_as_pack(std::string_view text) {
  try {
    const std::vector<MapFeature> features = parse_map(text);
    const Map map(content_of(features));
    demand(!map.svg().empty(), "a map draws");
    static_cast<void>(map.locate(500, 300));
    static_cast<void>(map.nearest(500, 300, 3));
  } catch (const Error&) {
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = as_input(data, size);
  read_as_pack(text);
  if (!is_valid_utf8(text)) return 0;
  SourceFolder source;
  MistakeList mistakes;
  read_map(text, source, mistakes);
  // A feature with an id that no item can have is refused later, when references are resolved.
  const bool valid = std::ranges::all_of(source.map_features, [](const SourceMapFeature& feature) {
    return is_valid_id(feature.item.target);
  });
  if (valid && mistakes.empty() && !source.map.empty()) parse_map(source.map);
  return 0;
}
