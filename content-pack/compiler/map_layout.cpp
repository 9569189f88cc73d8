// SPDX-License-Identifier: EUPL-1.2
// Laying out the map.
//
// Problem. A reader recognises a place on a map by its position. Most packs draw no map or a part
// of one, and each release adds and removes items. Every theme needs a land with an outline, and
// every topic and obstacle a place inside the land of its first theme. Places must not collide, and
// places of the previous release should stay where they are.
//
// Idea. Positions come from three sources, in this order: map.geojson, the map of the previous
// release, and computation. A later source never moves a feature of an earlier one. A land or place
// of the previous release is not used when a place would lie outside its land.
// 1. Lands. When the author drew places but no lands, each land becomes the area that is nearest to
//    its places (land_shapes.cpp). Other lands without an outline are placed in rows below.
// 2. Places. Each id has its own fixed sequence of random points in its land, because the id is the
//    seed. The item gets the first point that keeps a distance to all places before it, as in dart
//    throwing (Cook, 1986). When no point is free, the distance shrinks (land_room.cpp). A new item
//    changes the place of another item only when both want the same spot.
// 3. Roads, when the author drew neither lands nor roads: the minimum spanning tree of all topics,
//    by the algorithm of Jarnik (1930), also known as that of Prim (1957).
//
// Invariant. placed_ holds every id with a position, drawn or computed, at most once. Each place
// that is added has an id that placed_ did not have, and lies inside the outline of its land. All
// arithmetic is the same on every machine (the build turns off fused multiply-add), so the same
// folder gives the same map.
//
// Termination. Each item tries a fixed number of points at a fixed number of distances. Each step
// of Jarnik's algorithm joins one more topic; it runs for at most kMostOnRoads topics.
#include "content-pack/compiler/map_layout.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <optional>

#include "content-pack/compiler/land_room.h"
#include "content-pack/compiler/land_shapes.h"
#include "core/map/geometry_queries.h"
#include "core/map/map_features.h"
#include "core/map/raster.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostPlaces = 5'000;  // at most 8,192 features fit a map (limits.h)
constexpr std::size_t kMostOnRoads = 1'000;  // the time grows with the square of the topics

struct Land {
  std::string theme;
  std::vector<Point> outline;
  std::vector<const SourceItem*> items;  // topics and obstacles whose first theme this is, in order
};

class MapLayout {
 public:
  MapLayout(SourceFolder& source, std::string_view previous, MistakeList& mistakes)
      : source_(source), mistakes_(mistakes) {
    if (!source.map.empty()) {
      map_ = Json::parse(source.map);
      drawn_ = parse_map(source.map);
    }
    if (!previous.empty()) previous_ = parse_map(previous);
  }

  void lay_out() {
    find_lands();
    if (lands_.empty()) return;
    if (items_ > kMostPlaces) return note_that_places_are_too_many();
    const bool author_drew_map = has_drawn(MapRole::territory) || has_drawn(MapRole::road);
    shape_lands();
    for (Land& land : lands_) place_items(land);
    if (!author_drew_map) build_roads();
    const std::string map = map_.dump();
    if (!is_within_limits(map)) return note_that_the_layout_is_too_large();
    source_.map = map;
  }

 private:
  // Many themes can have more points of outlines than a map may have.
  static bool is_within_limits(std::string_view map) {
    try {
      parse_map(map);
    } catch (const Error& error) {
      if (error.code() == ErrorCode::limit_exceeded) return false;
      throw;
    }
    return map.size() <= limits::kMapBytes;
  }

  void note_that_places_are_too_many() {
    mistakes_.note({"map.geojson"}, Message::too_many_places,
                   {std::to_string(items_), std::to_string(kMostPlaces)});
  }

  void note_that_the_layout_is_too_large() {
    mistakes_.note({"map.geojson"}, Message::layout_too_large,
                   {std::to_string(lands_.size() + items_), std::to_string(limits::kMapFeatures),
                    std::to_string(limits::kMapPoints), std::to_string(limits::kMapBytes)});
  }

  // Fills lands_ with the themes that get a land, each with its topics and obstacles.
  void find_lands() {
    for (const SourceItem& item : source_.items) {
      if (item.record.kind == Kind::theme) lands_.push_back({item.id, {}, {}});
    }
    for (const SourceItem& item : source_.items) {
      if (item.record.kind != Kind::topic && item.record.kind != Kind::obstacle) continue;
      if (item.themes.empty()) continue;
      const auto land = std::ranges::find(lands_, item.themes.front().target, &Land::theme);
      if (land == lands_.end()) continue;
      land->items.push_back(&item);
      ++items_;
    }
    // Without drawn lands, every theme gets a land, also one without items. The first topic of a
    // theme then adds no land and moves no other land.
    if (items_ > 0 && !has_drawn(MapRole::territory)) return;
    std::erase_if(lands_, [](const Land& land) { return land.items.empty(); });
  }

  bool has_drawn(MapRole role) const {
    return std::ranges::find(drawn_, role, &MapFeature::role) != drawn_.end();
  }

  void shape_lands() {
    for (const MapFeature& feature : drawn_) {
      if (feature.points.size() == 1) placed_[feature.id] = feature.points.front();
      const auto land = std::ranges::find(lands_, feature.id, &Land::theme);
      if (feature.role == MapRole::territory && land != lands_.end()) {
        land->outline = feature.points;
      }
    }
    keep_lands();
    const auto has_outline = [](const Land& land) { return !land.outline.empty(); };
    if (std::ranges::none_of(lands_, has_outline)) surround_places();
    add_lands_in_rows();
    for (const Land& land : lands_) keep_places(land);
  }

  // Reuses the lands of the previous release. Reuses none of them when a place in map.geojson lies
  // outside the previous land of its theme.
  void keep_lands() {
    std::vector<std::pair<Land*, const std::vector<Point>*>> kept;
    for (const MapFeature& feature : previous_) {
      const auto land = std::ranges::find(lands_, feature.id, &Land::theme);
      if (feature.role != MapRole::territory || land == lands_.end()) continue;
      if (land->outline.empty()) kept.emplace_back(&*land, &feature.points);
    }
    for (const auto& [land, outline] : kept) {
      for (const SourceItem* item : land->items) {
        const auto place = placed_.find(item->id);
        if (place != placed_.end() && !contains(*outline, place->second)) return;
      }
    }
    for (const auto& [land, outline] : kept) {
      land->outline = *outline;
      add_territory(*land);
    }
  }

  // Reuses the places of the previous release that lie inside the current land of their item.
  void keep_places(const Land& land) {
    if (previous_.empty() || land.outline.empty()) return;
    std::map<std::string_view, const SourceItem*> unplaced;
    for (const SourceItem* item : land.items) {
      if (!placed_.contains(item->id)) unplaced.emplace(item->id, item);
    }
    for (const MapFeature& feature : previous_) {
      const auto item = unplaced.find(feature.id);
      if (feature.points.size() != 1 || item == unplaced.end()) continue;
      if (!contains(land.outline, feature.points.front())) continue;
      placed_[feature.id] = feature.points.front();
      add_place(*item->second, feature.points.front());
    }
  }

  // Gives lands an outline around the places that the map has.
  void surround_places() {
    std::vector<PlaceInLand> placed;
    for (std::size_t i = 0; i < lands_.size(); ++i) {
      for (const SourceItem* item : lands_[i].items) {
        const auto place = placed_.find(item->id);
        if (place != placed_.end()) placed.push_back({place->second, i});
      }
    }
    const auto outlines = lands_around(placed, lands_.size());
    for (std::size_t i = 0; i < lands_.size(); ++i) {
      if (outlines[i].empty()) continue;
      lands_[i].outline = outlines[i];
      add_territory(lands_[i]);
    }
  }

  // Places the lands that have no outline in rows below the map so far, scaled to its width.
  void add_lands_in_rows() {
    std::vector<Land*> without;
    std::vector<Point> all;
    for (Land& land : lands_) {
      if (land.outline.empty()) without.push_back(&land);
      all.insert(all.end(), land.outline.begin(), land.outline.end());
    }
    for (const auto& [unused, at] : placed_) all.push_back(at);
    const auto rows = lands_in_rows(without.size());
    std::vector<Point> corners;
    for (const auto& row : rows) corners.insert(corners.end(), row.begin(), row.end());
    const Box there = bounds_of(all), here = bounds_of(corners);
    const double width = here.greatest.x - here.least.x;
    const double scale = all.empty() ? 1 : (there.greatest.x - there.least.x) / width;
    const double down = all.empty() ? 0 : there.greatest.y - here.least.y * scale + 40 * scale;
    for (std::size_t i = 0; i < without.size(); ++i) {
      for (const Point& point : rows[i]) {
        const double left = all.empty() ? 0 : there.least.x - here.least.x * scale;
        without[i]->outline.push_back({left + point.x * scale, down + point.y * scale});
      }
      add_territory(*without[i]);
    }
  }

  // Computes places for the items of a land that have none. An item for which the land has no room
  // gets no place.
  void place_items(const Land& land) {
    const auto is_placed = [&](const SourceItem* item) { return placed_.contains(item->id); };
    if (std::ranges::all_of(land.items, is_placed)) return;
    LandRoom room(land.outline);
    for (const auto& [unused, at] : placed_) room.occupy(at);
    for (const SourceItem* item : land.items) {
      if (is_placed(item)) continue;
      const std::optional<Point> at = room.find_place(item->id);
      if (!at) continue;
      assert(contains(land.outline, *at));
      placed_[item->id] = *at;
      add_place(*item, *at);
    }
  }

  // Adds the minimum spanning tree of all topics as roads. nearest[i] is the shortest road found so
  // far from topic i to a topic that the tree contains.
  void build_roads() {
    std::vector<Point> waiting;
    for (const Land& land : lands_) {
      for (const SourceItem* item : land.items) {
        const auto place = placed_.find(item->id);
        if (item->record.kind == Kind::topic && place != placed_.end()) {
          waiting.push_back(place->second);
        }
      }
    }
    if (waiting.size() < 2 || waiting.size() > kMostOnRoads) return;
    std::vector<std::pair<double, Point>> nearest(waiting.size(), {1e18, {}});
    Point next = waiting.front();
    std::vector<bool> done(waiting.size(), false);
    done[0] = true;
    for (std::size_t step = 1; step < waiting.size(); ++step) {
      std::size_t best = 0;
      for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (done[i]) continue;
        nearest[i] = std::min(nearest[i], {distance(waiting[i], next), next},
                              [](const auto& a, const auto& b) { return a.first < b.first; });
        if (done[best] || nearest[i].first < nearest[best].first) best = i;
      }
      assert(!done[best]);
      add_feature("road", {}, "LineString",
                  {coordinates(nearest[best].second), coordinates(waiting[best])});
      next = waiting[best];
      done[best] = true;
    }
  }

  void add_place(const SourceItem& item, const Point& at) {
    add_feature(item.record.kind == Kind::obstacle ? "hazard" : "place", item.id, "Point",
                coordinates(at));
  }

  static Json coordinates(const Point& at) {
    const auto hundredths = [](double value) -> Json {
      const double rounded = std::round(value * 100) / 100;
      if (rounded == std::trunc(rounded)) return static_cast<std::int64_t>(rounded);
      return rounded;
    };
    return {hundredths(at.x), hundredths(at.y)};
  }

  void add_territory(const Land& land) {
    Json ring = Json::array();
    for (const Point& point : land.outline) ring.push_back(coordinates(point));
    add_feature("territory", land.theme, "Polygon", Json::array({ring}));
  }

  void add_feature(const std::string& role, const std::string& id, const std::string& type,
                   const Json& coordinates) {
    Json properties = {{"role", role}};
    if (!id.empty()) properties["id"] = id;
    map_["features"].push_back({{"type", "Feature"},
                                {"properties", properties},
                                {"geometry", {{"type", type}, {"coordinates", coordinates}}}});
  }

  SourceFolder& source_;
  MistakeList& mistakes_;
  Json map_ = {{"type", "FeatureCollection"}, {"features", Json::array()}};
  std::vector<MapFeature> drawn_, previous_;
  std::vector<Land> lands_;
  std::size_t items_ = 0;
  std::map<std::string, Point> placed_;
};

}  // namespace

void lay_out_map(SourceFolder& source, std::string_view previous, MistakeList& mistakes) {
  MapLayout(source, previous, mistakes).lay_out();
}

}  // namespace landkaart::inline v0
