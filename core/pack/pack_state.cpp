// SPDX-License-Identifier: EUPL-1.2
#include "core/pack/pack_state.h"

#include <map>

#include "core/map/map_features.h"
#include "core/pack/manifest.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart {

std::shared_ptr<const PackState> PackState::open(SharedBytes file, const OpenOptions& options) {
  return std::make_shared<const PackState>(std::move(file), options);
}

PackState::PackState(SharedBytes file, const OpenOptions& options)
    : container(std::move(file)),
      manifest(read_manifest(container)),
      table(container),
      links(container.require(SectionId::links)),
      index(container),
      bodies(container.require(SectionId::body_index), container.require(SectionId::bodies),
             options.cache_bytes),
      assets(container.require(SectionId::asset_top), container.require(SectionId::asset_pages),
             container.require(SectionId::asset_blocks)) {}

std::vector<Item> PackState::items(const std::vector<Ordinal>& ordinals) const {
  std::vector<Item> items;
  items.reserve(ordinals.size());
  for (const Ordinal ordinal : ordinals) items.push_back(item(ordinal));
  return items;
}

std::string PackState::document(Ordinal ordinal) const {
  return bodies.read(table.body_begin(ordinal), table.body_bytes(ordinal));
}

const Map& PackState::map() const {
  std::call_once(map_loaded_, [this] { map_ = load_map(); });
  return *map_;
}

const Scoring& PackState::scoring() const {
  std::call_once(scoring_made_, [this] { scoring_.emplace(index); });
  return *scoring_;
}

const Synonyms& PackState::synonyms() const {
  std::call_once(synonyms_loaded_, [this] {
    const auto section = container.find(SectionId::synonyms);
    if (section && section->size() <= limits::kSynonymBytes) {
      synonyms_ = Synonyms(as_text(section->all()), index);
    }
  });
  return synonyms_;
}

Map PackState::load_map() const {
  Map::Content content;
  const auto section = container.find(SectionId::map);
  if (section && section->size() > limits::kMapBytes) {
    throw Error(ErrorCode::limit_exceeded, "the map is larger than the format allows");
  }
  content.geojson =
      section ? as_text(section->all()) : R"({"type":"FeatureCollection","features":[]})";
  std::map<std::string, Point> places;
  for (MapFeature& feature : parse_map(content.geojson)) {
    switch (feature.role) {
      case MapRole::territory: content.territories.push_back({feature.id, feature.points}); break;
      case MapRole::place: content.places.push_back({feature.id, feature.points.front()}); break;
      case MapRole::hazard: content.hazards.push_back({feature.id, feature.points.front()}); break;
      case MapRole::road: content.roads.push_back({feature.points}); break;
    }
    if (feature.points.size() == 1) places[feature.id] = feature.points.front();
  }
  const OrdinalRange journeys = table.of_kind(Kind::journey);
  for (Ordinal ordinal = journeys.begin; ordinal < journeys.end; ++ordinal) {
    Journey journey{table.id(ordinal), {}, {}};
    for (const LinkRecord& link : links.from(ordinal)) {
      if (link.type != LinkType::stops) continue;
      journey.stops.push_back(table.id(link.to));
      const auto place = places.find(journey.stops.back());
      if (place != places.end()) journey.path.push_back(place->second);
    }
    content.journeys.push_back(std::move(journey));
  }
  return Map(std::move(content));
}

}  // namespace landkaart
