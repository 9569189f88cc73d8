// SPDX-License-Identifier: EUPL-1.2
#include "core/pack/pack_state.h"

#include "core/base/budget.h"
#include "core/pack/manifest.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {

namespace {

RelatedTable related_table(const Container& container) {
  const auto section = container.find(SectionId::related);
  return section ? RelatedTable(*section, container.header().item_count) : RelatedTable();
}

}  // namespace

std::shared_ptr<const PackState> PackState::open(SharedBytes file, const OpenOptions& options) {
  return std::make_shared<const PackState>(std::move(file), options);
}

PackState::PackState(SharedBytes file, const OpenOptions& options)
    : container(std::move(file)),
      manifest(read_manifest(container)),
      table(container),
      links(container.require(SectionId::links), container.header().item_count),
      related(related_table(container)),
      index(container),
      bodies(container.require(SectionId::body_index), container.require(SectionId::bodies),
             options.cache_bytes),
      assets(container),
      analysed_texts_(options.cache_bytes) {}

std::vector<Item> PackState::items(const std::vector<Ordinal>& ordinals) const {
  std::vector<Item> items;
  items.reserve(ordinals.size());
  for (const Ordinal ordinal : ordinals) items.push_back(item(ordinal));
  return items;
}

std::string PackState::document(Ordinal ordinal) const {
  return bodies.read(table.body_begin(ordinal), table.body_bytes(ordinal));
}

std::shared_ptr<const AnalysedText> PackState::analysed_text(
    Ordinal ordinal, std::size_t number, const std::function<std::string()>& make,
    WordAnalyser& analyser) const {
  constexpr int kNumberBits = 8;
  const std::uint64_t key = std::uint64_t{ordinal} << kNumberBits | number;
  if (auto known = analysed_texts_.find(key)) return known;
  auto text = std::make_shared<const AnalysedText>(analyse_text(make(), analyser));
  analysed_texts_.insert(key, text, text->bytes());
  return text;
}

const Map& PackState::map() const {
  map_loaded_.run([this] { map_ = load_map(); });
  return *map_;
}

const Scoring& PackState::scoring() const {
  scoring_made_.run([this] { scoring_.emplace(index); });
  return *scoring_;
}

const Synonyms& PackState::synonyms() const {
  synonyms_loaded_.run([this] {
    const auto section = container.find(SectionId::synonyms);
    if (section) synonyms_ = Synonyms(section->content(limits::kSynonymBytes), index);
  });
  return synonyms_;
}

void PackState::add_feature(Map::Content& content, MapFeature feature) const {
  const auto ordinal = feature.id.empty() ? std::nullopt : table.find(feature.id);
  const std::string title(ordinal ? table.title(*ordinal) : std::string_view());
  const Kind kind = ordinal ? table.record(*ordinal).kind : Kind::topic;
  const Point at = feature.points.front();
  switch (feature.role) {
    case MapRole::territory:
      content.territories.push_back({feature.id, std::move(feature.points), title});
      break;
    case MapRole::place: content.places.push_back({feature.id, at, title, kind}); break;
    case MapRole::hazard: content.hazards.push_back({feature.id, at, title, kind}); break;
    case MapRole::road: content.roads.push_back({std::move(feature.points)}); break;
  }
}

// A walk along the items to which an item links: all links of the first type, then those of the
// second, and so on. With `with_itself` the walk begins at the item.
Journey PackState::walk_from(Ordinal from, std::span<const LinkType> types, bool with_itself,
                             const PlacesById& places) const {
  Journey journey{table.id(from), {}, {}, std::string(table.title(from))};
  if (with_itself) journey.stops.push_back(journey.id);
  const std::vector<LinkRecord> all = links.from(from);
  for (const LinkType type : types) {
    for (const LinkRecord& link : all) {
      if (link.type == type) journey.stops.push_back(table.id(link.to));
    }
  }
  for (const std::string& stop : journey.stops) {
    if (const auto place = places.find(stop); place != places.end()) {
      journey.path.push_back(place->second);
    }
  }
  return journey;
}

Map PackState::load_map() const {
  Map::Content content;
  const auto section = container.find(SectionId::map);
  content.geojson = section ? section->content(limits::kMapBytes)
                            : R"({"type":"FeatureCollection","features":[]})";
  content.title = manifest.title;
  content.language = manifest.language;
  PlacesById places;
  for (MapFeature& feature : parse_map(content.geojson)) {
    if (feature.points.size() == 1) places[feature.id] = feature.points.front();
    add_feature(content, std::move(feature));
  }
  // A link takes 2 bytes in a pack, and the id of a stop up to 200 bytes in memory.
  Budget stops(limits::kMapStops, "the list of journeys of the map");
  const auto walks_of = [&](Kind kind, bool with_itself) {
    std::vector<Journey> walks;
    const OrdinalRange items = table.of_kind(kind);
    for (Ordinal ordinal = items.begin; ordinal < items.end; ++ordinal) {
      stops.spend(1);
      walks.push_back(walk_from(ordinal, walk_links(kind), with_itself, places));
      stops.spend(walks.back().stops.size());
    }
    return walks;
  };
  content.journeys = walks_of(Kind::journey, false);
  content.escapes = walks_of(Kind::obstacle, true);
  return Map(std::move(content));
}

}  // namespace landkaart::inline v0
