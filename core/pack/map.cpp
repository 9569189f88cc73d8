// SPDX-License-Identifier: EUPL-1.2
#include "landkaart/map.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/map/geometry_queries.h"
#include "core/map/map_drawing.h"
#include "core/map/map_style.h"
#include "core/map/road_network.h"
#include "core/text/utf8.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

std::string value_or(const std::string& value, const std::string& fallback) {
  return value.empty() ? fallback : value;
}

// Title and id of an item as the drawing shows them. A title is at most 240 bytes, or 80 on a map
// of more than 1000 features, so that a drawing of 8,192 features stays below 32 MiB.
constexpr std::size_t kLongTitle = 240, kShortTitle = 80, kFeaturesWithLongTitles = 1'000;

std::string title_of(const auto& item, std::size_t most) {
  const std::string& title = item.title.empty() ? item.id : item.title;
  if (title.size() <= most) return title;
  return std::string(utf8_prefix(title, most)) + "\xe2\x80\xa6";  // an ellipsis
}

// The most points of roads, and the most points of roads times stops, for which a walk follows the
// roads. A larger walk goes in straight lines, because finding the path would take too much time
// and memory. Smoothed roads have 8 times as many points.
constexpr std::size_t kMostRoadPoints = 100'000, kMostSearch = 200'000;

std::vector<Point> along_roads(const std::vector<Point>& stops, const std::vector<Road>& roads) {
  std::size_t points = 0;
  for (const Road& road : roads) points += road.line.size();
  const auto is_searchable = [&](std::size_t nodes) {
    return nodes <= kMostRoadPoints && nodes * stops.size() <= kMostSearch;
  };
  if (!is_searchable(points)) return stops;
  const bool smooth = is_searchable(points * kSmoothSteps);
  std::vector<std::vector<Point>> lines;
  lines.reserve(roads.size());
  for (const Road& road : roads) lines.push_back(smooth ? smoothed(road.line) : road.line);
  const RoadNetwork network(lines);
  std::vector<Point> path;
  for (std::size_t i = 1; i < stops.size(); ++i) {
    const std::vector<Point> way = network.way(stops[i - 1], stops[i]);
    path.insert(path.end(), way.begin() + (path.empty() ? 0 : 1), way.end());
  }
  return path;
}

// The walk that a drawing shows for a journey: its path along the roads, and its numbered stops.
// journey.path has one point for each stop that is on the map. A stop keeps its number in the whole
// journey: when stop 2 of 4 is not on the map, the drawing numbers the others 1, 3 and 4.
SceneWalk walk_of(const Map& map, const Journey& journey) {
  SceneWalk walk{along_roads(journey.path, map.roads()), {}};
  std::set<std::string_view> placed;
  for (const auto* group : {&map.places(), &map.hazards()}) {
    for (const Place& place : *group) placed.insert(place.id);
  }
  auto at = journey.path.begin();
  const std::size_t most = std::min<std::size_t>(journey.stops.size(), limits::kStops);
  for (std::size_t i = 0; i < most && at != journey.path.end(); ++i) {
    if (placed.contains(journey.stops[i])) walk.stops.push_back({*at++, i + 1});
  }
  return walk;
}

Scene scene_of(const Map& map, const Map::Content& content, const SvgOptions& options) {
  Scene scene;
  const std::size_t features =
      map.territories().size() + map.places().size() + map.hazards().size();
  const std::size_t most = features > kFeaturesWithLongTitles ? kShortTitle : kLongTitle;
  for (const Territory& territory : map.territories()) {
    scene.lands.push_back({territory.id, title_of(territory, most), territory.outline});
  }
  for (const Place& place : map.places()) {
    scene.places.push_back({place.id, title_of(place, most), place.at, false});
  }
  for (const Place& hazard : map.hazards()) {
    scene.places.push_back({hazard.id, title_of(hazard, most), hazard.at, true});
  }
  for (const Road& road : map.roads()) scene.roads.push_back(road.line);
  if (const auto highlighted = map.journey(options.highlight)) {
    scene.walk = walk_of(map, *highlighted);
  }
  scene.selected = options.selected;
  scene.heading = value_or(options.heading, content.title);
  scene.language = content.language;
  scene.words_language = value_or(options.language, content.language);
  scene.base_url = options.base_url;
  scene.id_prefix = options.id_prefix;
  scene.embedded = options.variant == SvgVariant::embedded;
  scene.palette = static_cast<Palette>(options.palette);
  return scene;
}

}  // namespace

Map::Map(Content content) : content_(std::make_shared<const Content>(std::move(content))) {}

std::optional<std::string> Map::locate(double x, double y) const {
  for (const Territory& territory : territories()) {
    if (contains(territory.outline, {x, y})) return territory.id;
  }
  return std::nullopt;
}

std::vector<Place> Map::nearest(double x, double y, std::size_t count) const {
  std::vector<const Place*> all;
  for (const auto* group : {&places(), &hazards()}) {
    for (const Place& place : *group) all.push_back(&place);
  }
  count = std::min(count, all.size());
  std::ranges::partial_sort(
      all, all.begin() + static_cast<std::ptrdiff_t>(count), {}, [&](const Place* place) {
        return std::pair(squared_distance(place->at, {x, y}), std::string_view(place->id));
      });
  std::vector<Place> nearest;
  for (std::size_t i = 0; i < count; ++i) nearest.push_back(*all[i]);
  return nearest;
}

std::optional<Journey> Map::journey(std::string_view id) const {
  for (const auto* group : {&content_->journeys, &content_->escapes}) {
    const auto found = std::ranges::find(*group, id, &Journey::id);
    if (found != group->end()) return *found;
  }
  return std::nullopt;
}

std::optional<Journey> Map::journey(std::string_view from, std::string_view to) const {
  std::map<std::pair<double, double>, const Place*> at;
  const Place* first = nullptr;
  const Place* last = nullptr;
  for (const auto* group : {&places(), &hazards()}) {
    for (const Place& place : *group) {
      at.try_emplace({place.at.x, place.at.y}, &place);
      if (place.id == from) first = &place;
      if (place.id == to) last = &place;
    }
  }
  if (first == nullptr || last == nullptr) return std::nullopt;
  Journey journey;
  journey.path = along_roads({first->at, last->at}, roads());
  journey.stops.push_back(first->id);
  for (const Point& point : journey.path) {
    const auto stop = at.find({point.x, point.y});
    if (stop != at.end() && stop->second != first && stop->second != last) {
      journey.stops.push_back(stop->second->id);
    }
  }
  if (last != first) journey.stops.push_back(last->id);
  return journey;
}

std::string Map::svg(const SvgOptions& options) const {
  return draw(scene_of(*this, *content_, options));
}

std::string Map::html(const SvgOptions& options) const {
  Scene scene = scene_of(*this, *content_, options);
  scene.embedded = true;
  return draw_with_list(scene);
}

std::string map_stylesheet() { return build_map_stylesheet(); }

std::vector<Place> Map::within(const Box& box) const {
  std::vector<Place> inside;
  for (const auto* group : {&places(), &hazards()}) {
    std::ranges::copy_if(*group, std::back_inserter(inside),
                         [&](const Place& place) { return contains(box, place.at); });
  }
  return inside;
}

}  // namespace landkaart::inline v0
