// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/map_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "content-pack/compiler/land_shapes.h"
#include "core/map/dice.h"
#include "core/map/geometry_queries.h"
#include "core/map/map_features.h"
#include "core/map/raster.h"

namespace landkaart {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostPlaces = 20'000;  // more are no map
constexpr std::size_t kMostOnRoads = 1'000;
constexpr double kPlacesAcross = 5.2;  // in a land as large as a square
constexpr double kSpare = 1.25;        // slots for each item

struct Land {
  std::string theme;
  std::vector<Point> outline;
  std::vector<const SourceItem*> items;  // that belong here, in order
};

double area_of(const std::vector<Point>& outline) {
  double twice = 0;
  for (std::size_t i = 1; i < outline.size(); ++i) {
    twice += outline[i - 1].x * outline[i].y - outline[i].x * outline[i - 1].y;
  }
  return std::abs(twice) / 2;
}

double distance_to_edge(const std::vector<Point>& outline, const Point& at) {
  double least = 1e9;
  for (std::size_t i = 1; i < outline.size(); ++i) {
    const Point& a = outline[i - 1];
    const Point along{outline[i].x - a.x, outline[i].y - a.y};
    const double length = along.x * along.x + along.y * along.y;
    const double part =
        length == 0
            ? 0
            : std::clamp(((at.x - a.x) * along.x + (at.y - a.y) * along.y) / length, 0.0, 1.0);
    least = std::min(least, distance(at, {a.x + along.x * part, a.y + along.y * part}));
  }
  return least;
}

class MapLayout {
 public:
  explicit MapLayout(SourceFolder& source) : source_(source) {
    if (!source.map.empty()) {
      map_ = Json::parse(source.map);
      drawn_ = parse_map(source.map);
    }
  }

  void lay_out() {
    find_lands();
    if (lands_.empty() || items_ > kMostPlaces) return;
    const bool on_paper = std::ranges::any_of(drawn_, [](const MapFeature& feature) {
      return feature.role == MapRole::territory || feature.role == MapRole::road;
    });
    shape_lands();
    for (Land& land : lands_) settle(land);
    if (!on_paper) build_roads();
    source_.map = map_.dump();
  }

 private:
  // The themes that have topics or obstacles, with those that belong to them.
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
    std::erase_if(lands_, [](const Land& land) { return land.items.empty(); });
  }

  void shape_lands() {
    for (const MapFeature& feature : drawn_) {
      if (feature.points.size() == 1) placed_[feature.id] = feature.points.front();
      const auto land = std::ranges::find(lands_, feature.id, &Land::theme);
      if (feature.role == MapRole::territory && land != lands_.end()) {
        land->outline = feature.points;
      }
    }
    const auto has_outline = [](const Land& land) { return !land.outline.empty(); };
    if (std::ranges::none_of(lands_, has_outline)) surround_places();
    add_lands_in_rows();
  }

  // Lands around places that are on the map already.
  void surround_places() {
    std::vector<SettledPlace> settled;
    for (std::size_t i = 0; i < lands_.size(); ++i) {
      for (const SourceItem* item : lands_[i].items) {
        const auto place = placed_.find(item->id);
        if (place != placed_.end()) settled.push_back({place->second, i});
      }
    }
    const auto outlines = lands_around(settled, lands_.size());
    for (std::size_t i = 0; i < lands_.size(); ++i) {
      if (outlines[i].empty()) continue;
      lands_[i].outline = outlines[i];
      add_territory(lands_[i]);
    }
  }

  // The lands that are still without outline, under what there is.
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

  // Where places of a land can stand, at some distance of each other and of those that are there.
  std::vector<Point> slots_of(const Land& land, double spacing) const {
    std::vector<Point> slots;
    const Box box = bounds_of(land.outline);
    bool odd = false;
    for (double y = box.least.y + spacing / 2; y < box.greatest.y; y += spacing * 0.9, odd = !odd) {
      for (double x = box.least.x + (odd ? spacing : spacing / 2); x < box.greatest.x;
           x += spacing) {
        Dice dice = Dice::of({x, y});
        const Point slot{x + dice.between(-0.1, 0.1) * spacing,
                         y + dice.between(-0.1, 0.1) * spacing};
        if (!contains(land.outline, slot)) continue;
        if (distance_to_edge(land.outline, slot) < spacing * 0.36) continue;
        const bool taken = std::ranges::any_of(placed_, [&](const auto& place) {
          return distance(place.second, slot) < spacing * 0.8;
        });
        if (!taken) slots.push_back(slot);
      }
    }
    return slots;
  }

  void settle(const Land& land) {
    std::vector<const SourceItem*> homeless;
    std::ranges::copy_if(land.items, std::back_inserter(homeless),
                         [&](const SourceItem* item) { return !placed_.contains(item->id); });
    if (homeless.empty()) return;
    double spacing = std::sqrt(area_of(land.outline)) / kPlacesAcross;
    std::vector<Point> slots = slots_of(land, spacing);
    for (int finer = 0; finer < 16; ++finer) {
      if (static_cast<double>(slots.size()) >= kSpare * static_cast<double>(homeless.size())) break;
      spacing /= std::sqrt(2.0);
      slots = slots_of(land, spacing);
    }
    for (const SourceItem* item : homeless) settle_item(*item, slots);
  }

  // Each item has its own order of liking for the slots (Thaler and Ravishankar, 1998).
  void settle_item(const SourceItem& item, std::vector<Point>& slots) {
    if (slots.empty()) return;
    const auto liking = [&](const Point& slot) {
      return Dice(Dice::of(item.id).next() ^ Dice::of(slot).next()).next();
    };
    const auto best = std::ranges::max_element(slots, {}, liking);
    placed_[item.id] = *best;
    add_feature(item.record.kind == Kind::obstacle ? "hazard" : "place", item.id, "Point",
                coordinates(*best));
    slots.erase(best);
  }

  // The shortest roads that join all topics (Jarnik, 1930).
  void build_roads() {
    std::vector<Point> joined, waiting;
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
      add_feature("road", {}, "LineString",
                  {coordinates(nearest[best].second), coordinates(waiting[best])});
      next = waiting[best];
      done[best] = true;
    }
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
  Json map_ = {{"type", "FeatureCollection"}, {"features", Json::array()}};
  std::vector<MapFeature> drawn_;
  std::vector<Land> lands_;
  std::size_t items_ = 0;
  std::map<std::string, Point> placed_;
};

}  // namespace

void lay_out_map(SourceFolder& source) { MapLayout(source).lay_out(); }

}  // namespace landkaart
