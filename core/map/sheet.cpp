// SPDX-License-Identifier: EUPL-1.2
// Lays out a map in a fixed order: coasts, names of lands, numbers of the walk, rivers, labels of
// places, areas that can be clicked, relief, ornaments at sea. Each step avoids the room that the
// steps before it took, so that more important things come first. The cost is bounded: maps with
// very many lands, points or places are drawn with less detail (see is_detailed).
#include "core/map/sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "core/map/box_index.h"
#include "core/map/dice.h"
#include "core/map/geometry_queries.h"
#include "core/map/map_symbols.h"
#include "core/map/marginalia.h"
#include "core/map/targets.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::array kLabelSizes = {13.0, 12.0, 11.0, 10.0};  // font sizes, the best first
// The largest font size of the name of a land: on a map with at most kLabelsAreDense places, on a
// map with more, and where the name is written over the signs of places.
constexpr double kLargestName = 28, kDenseName = 24, kCrowdedName = 20;
constexpr std::size_t kLabelsAreDense = 40;  // places
// Limits that bound the time which a hostile map can cost. A map with more points of outlines after
// rounding, or with longer outlines (kGreatestLength), is drawn like a map with more than
// kMostDetailedLands lands.
constexpr std::size_t kMostOutline = 20'000;
// Places times points of outlines. When there are more, all places count as at sea.
constexpr std::size_t kMostComparisons = 100'000'000;
// A map with more places has no labels: 2000 labels of 70 by 11 units would cover the drawing.
constexpr std::size_t kMostLabels = 2'000;
// In each square of 64 units, places after the first 24 have no label, because at most 6 labels fit
// in the square and few fit beside it.
constexpr std::size_t kMostInSquare = 24;
constexpr double kSquare = 64;
// A label with more areas of other places and lands around it links to nothing of its own.
constexpr std::size_t kMostNeighbours = 64;
// Roads that are longer in all leave no room between them: nothing avoids them.
constexpr double kGreatestRoads = 100'000;
constexpr double kShoulderOffset = 13;  // from the middle of a sign to that of a stop's number
constexpr double kStopRadius = 10;      // of the disc behind a stop's number

Box moved(const Box& box, const Point& by) {
  return {{box.least.x + by.x, box.least.y + by.y}, {box.greatest.x + by.x, box.greatest.y + by.y}};
}

Box lake_box(const River& river) {
  return around(river.course.front(), river.lake_radius * 1.4, river.lake_radius);
}

// Rounds the points of an outline to whole units and removes points that become equal to the point
// before them. Returns the number of points left. Two lands that share a border still share it
// afterwards, because equal points are rounded equally.
std::size_t round_to_whole_units(std::vector<Point>& outline) {
  for (Point& point : outline) point = {std::round(point.x), std::round(point.y)};
  outline.erase(std::unique(outline.begin(), outline.end()), outline.end());
  return outline.size();
}

double length_of(const std::vector<std::vector<Point>>& lines) {
  double length = 0;
  for (const auto& line : lines) {
    for (std::size_t i = 1; i < line.size(); ++i) length += distance(line[i - 1], line[i]);
  }
  return length;
}

class Layout {
 public:
  explicit Layout(const Scene& scene)
      : scene_(scene), sheet_(Projection(scene, foot_height(scene))) {}

  Sheet lay_out() {
    project();
    name_lands();
    place_stop_numbers();
    find_rivers();
    label_places();
    set_targets();
    place_reliefs();
    place_sea_ornaments();
    return std::move(sheet_);
  }

 private:
  Raster empty_raster() const {
    return Raster({{0, 0}, {Projection::kWidth, sheet_.projection.height()}});
  }

  std::size_t land_at(const Point& point) const {
    if (!is_detailed() || scene_.places.size() * outline_points_ > kMostComparisons) return kAtSea;
    const auto land = std::ranges::find_if(
        outlines_, [&](const std::vector<Point>& outline) { return contains(outline, point); });
    if (land == outlines_.end()) return kAtSea;
    return static_cast<std::size_t>(land - outlines_.begin());
  }

  // Whether the map is small enough for names of lands, rivers and relief.
  bool is_detailed() const {
    return scene_.lands.size() <= kMostDetailedLands && outline_points_ <= kMostOutline &&
           outline_length_ <= kGreatestLength;
  }
  bool has_many_places() const { return scene_.places.size() > kManyPlaces; }

  // A raster of the box around a land, in which all cells outside the land are taken. Not settled.
  static Raster raster_outside(const std::vector<Point>& outline) {
    Raster taken(bounds_of(outline));
    taken.take_outside(outline);
    return taken;
  }

  // Converts the scene to the unit of the drawing, draws the coasts, and finds the land of each
  // place.
  void project() {
    for (const SceneLand& land : scene_.lands) {
      outlines_.push_back(sheet_.projection(land.outline));
      outline_points_ += land.outline.size();
    }
    if (outline_points_ > kMostOutline) {
      outline_points_ = 0;
      for (auto& outline : outlines_) outline_points_ += round_to_whole_units(outline);
    }
    outline_length_ = length_of(outlines_);
    sheet_.coast = trace_coastline(outlines_);
    for (const auto& road : scene_.roads) sheet_.roads.push_back(sheet_.projection(road));
    roads_are_sparse_ = length_of(sheet_.roads) <= kGreatestRoads;
    for (const ScenePlace& place : scene_.places) {
      sheet_.places.push_back(sheet_.projection(place.at));
      sheet_.land_of_place.push_back(land_at(sheet_.places.back()));
    }
    for (const Point& place : sheet_.places)
      signs_.push_back(moved(has_many_places() ? kDotBox : kSignBox, place));
  }

  // Places the number of each stop diagonally beside the sign of its place. When a walk visits a
  // place again, the second number is placed further to the side.
  void place_stop_numbers() {
    // The stops at one point: their count, the number of the first, and the box of their numbers.
    struct Visits {
      double count = 0;
      std::size_t first = 0;
      Box numbers;
    };
    std::map<std::pair<double, double>, Visits> visits;
    BoxIndex letters;
    for (std::size_t i = 0; i < letters_.size(); ++i) letters.add(letters_[i], i);
    for (const SceneStop& stop : scene_.walk.stops) {
      Visits& here = visits[{stop.at.x, stop.at.y}];
      const double along = 1 + 2 * here.count * kStopRadius / kShoulderOffset;
      sheet_.stops.push_back(shoulder_of(sheet_.projection(stop.at), along, letters));
      const Box number = around(sheet_.stops.back(), kStopRadius, kStopRadius);
      here.numbers = here.count > 0 ? united(here.numbers, number) : number;
      if (here.count++ == 0) here.first = stop.number;
    }
    sheet_.stop_of_place.resize(signs_.size());
    for (std::size_t i = 0; i < signs_.size(); ++i) {
      const Point& at = scene_.places[i].at;
      const auto here = visits.find({at.x, at.y});
      if (here == visits.end()) continue;
      signs_[i] = united(signs_[i], here->second.numbers);
      sheet_.stop_of_place[i] = here->second.first;
    }
  }

  // The first of the four diagonal positions around `place` that no name of a land covers; upper
  // right when names cover all four. `along` multiplies the horizontal distance.
  static Point shoulder_of(const Point& place, double along, const BoxIndex& letters) {
    const auto shoulder = [&](const Point& side) {
      return Point{place.x + side.x * kShoulderOffset * along, place.y + side.y * kShoulderOffset};
    };
    for (const Point& side : {Point{1, -1}, Point{-1, -1}, Point{1, 1}, Point{-1, 1}}) {
      const Box number = around(shoulder(side), kStopRadius, kStopRadius);
      if (!letters.overlaps_any(number, BoxIndex::kNone)) return shoulder(side);
    }
    return shoulder({1, -1});
  }

  void name_lands() {
    // Large names rarely fit among many places, and searching for room would take long.
    const double largest = scene_.places.size() > kLabelsAreDense ? kDenseName : kLargestName;
    sheet_.land_names.resize(scene_.lands.size());
    if (!is_detailed()) return;
    Raster signs = empty_raster();
    for (const Box& sign : signs_) signs.take(grown(sign, 3));
    for (std::size_t i = 0; i < scene_.lands.size(); ++i) {
      const std::vector<Point>& outline = outlines_[i];
      Raster taken = raster_outside(outline);
      taken.take(signs);
      for (const Box& letter : letters_) taken.take(letter);
      taken.settle();
      auto name = place_land_name(scene_.lands[i].title, outline, taken, {largest});
      if (!name) {
        // Without free room the name is written over the signs of places.
        Raster outside = raster_outside(outline);
        for (const Box& letter : letters_) outside.take(letter);
        outside.settle();
        name = place_land_name(scene_.lands[i].title, outline, outside, {kCrowdedName, true});
      }
      if (name) letters_.insert(letters_.end(), name->boxes.begin(), name->boxes.end());
      sheet_.land_names[i] = std::move(name);
    }
  }

  // Marks the frame, the foot with the legend, and the title as taken.
  void take_margin(Raster& raster) const {
    const double height = sheet_.projection.height();
    constexpr double kEdge = kFrame + 6;
    raster.take({{0, 0}, {Projection::kWidth, kEdge}});
    raster.take({{0, 0}, {kEdge, height}});
    raster.take({{Projection::kWidth - kEdge, 0}, {Projection::kWidth, height}});
    raster.take({{0, sheet_.projection.foot()}, {Projection::kWidth, height}});
    raster.take(title_box(scene_));
  }

  // The cells that no label may cover: margin, names of lands, lakes, and the signs of places that
  // are not `labelled`.
  Raster forbidden_for_labels(const std::vector<std::size_t>& labelled) const {
    Raster taken = empty_raster();
    take_margin(taken);
    std::vector<bool> is_labelled(signs_.size(), false);
    for (const std::size_t place : labelled) is_labelled[place] = true;
    for (std::size_t i = 0; i < signs_.size(); ++i) {
      if (!is_labelled[i]) taken.take(signs_[i]);
    }
    for (const Box& letter : letters_) taken.take(letter);
    for (const auto& river : sheet_.rivers) {
      if (river) taken.take(lake_box(*river));
    }
    taken.settle();
    return taken;
  }

  // The cells that a label covers only when it has no better position: rivers, roads, the walk,
  // coasts and borders.
  Raster clutter_for_labels() const {
    Raster clutter = empty_raster();
    for (const auto& river : sheet_.rivers) {
      if (river) clutter.take_line(river->course, 6);
    }
    take_roads(clutter, 2);
    clutter.take_line(sheet_.projection(scene_.walk.line), 6);
    if (outline_length_ <= kGreatestLength) {
      for (const auto* lines : {&sheet_.coast.shores, &sheet_.coast.borders}) {
        for (const auto& line : *lines) clutter.take_line(line, 2);
      }
    }
    clutter.settle();
    return clutter;
  }

  void take_roads(Raster& raster, double half_width) const {
    if (!roads_are_sparse_) return;
    for (const auto& road : sheet_.roads) raster.take_line(road, half_width);
  }

  // The places that may have a label: the first kMostInSquare of each square of the drawing.
  std::vector<std::size_t> places_to_label() const {
    std::vector<std::size_t> places;
    if (scene_.places.size() > kMostLabels) return places;
    std::map<std::pair<double, double>, std::size_t> in_square;
    for (std::size_t i = 0; i < scene_.places.size(); ++i) {
      const Point& at = sheet_.places[i];
      const std::pair square(std::floor(at.x / kSquare), std::floor(at.y / kSquare));
      if (in_square[square]++ < kMostInSquare) places.push_back(i);
    }
    return places;
  }

  // Uses the largest font size in which every place has a full label, and the smallest size when
  // there is none.
  void label_places() {
    sheet_.labels.resize(scene_.places.size());
    const std::vector<std::size_t> labelled = places_to_label();
    if (labelled.empty()) return;
    const Raster taken = forbidden_for_labels(labelled);
    const Raster clutter = clutter_for_labels();
    std::vector<LabelledPlace> places;
    for (const std::size_t i : labelled) places.push_back({scene_.places[i].title, signs_[i]});
    std::vector<Label> labels;
    for (const double size : kLabelSizes) {
      if (has_many_places() && size != kLabelSizes.back()) continue;
      sheet_.label_size = size;
      labels = place_labels(places, size, {taken, clutter, size == kLabelSizes.back()});
      const auto is_missing_or_shortened = [](const Label& label) {
        return label.lines.empty() || label.lines.back().ends_with("\xe2\x80\xa6");
      };
      if (std::ranges::none_of(labels, is_missing_or_shortened)) break;
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
      sheet_.labels[labelled[i]] = std::move(labels[i]);
    }
    for (const Label& label : sheet_.labels) {
      if (!label.lines.empty()) letters_.push_back(label.box);
    }
  }

  // Computes the areas that link to each place. Each land also keeps a spot of its own that no
  // place may cover, so that the land can be clicked.
  void set_targets() {
    if (sheet_.places.size() > kMostLabels) {
      for (const Box& sign : signs_) sheet_.targets.push_back(sign);
      sheet_.label_targets.resize(sheet_.places.size());
      return;
    }
    std::vector<Box> names, spots;
    for (std::size_t land = 0; land < scene_.lands.size(); ++land) {
      if (const auto& name = sheet_.land_names[land]) {
        names.insert(names.end(), name->boxes.begin(), name->boxes.end());
      }
      if (!is_detailed()) break;
      if (const auto spot = emptiest_spot(sheet_.coast.lands[land], sheet_.places)) {
        spots.push_back(*spot);
      }
    }
    sheet_.targets = targets_of(sheet_.places, {names, spots});
    set_label_targets(spots);
  }

  // A label links to its place, except the parts of it that lie in the least target of another
  // place or in the spot of a land.
  void set_label_targets(const std::vector<Box>& spots) {
    BoxIndex least_targets;
    for (std::size_t i = 0; i < sheet_.places.size(); ++i) least_targets.add(least_target_of(i), i);
    for (std::size_t i = 0; i < sheet_.places.size(); ++i) {
      sheet_.label_targets.emplace_back();
      if (sheet_.labels[i].lines.empty()) continue;
      const Box& label = sheet_.labels[i].box;
      std::vector<Box> others;
      for (const Box& spot : spots) {
        if (overlap(spot, label)) others.push_back(spot);
      }
      for (const std::size_t other : least_targets.overlapping(label, i)) {
        others.push_back(least_target_of(other));
      }
      if (others.size() > kMostNeighbours) continue;
      sheet_.label_targets.back() = subtract(label, others);
    }
  }

  // The part of the target of `place` that is at most kLeastTarget from its middle.
  Box least_target_of(std::size_t place) const {
    const Box& target = sheet_.targets[place];
    const Box core = around(sheet_.places[place], kLeastTarget, kLeastTarget);
    return {{std::max(core.least.x, target.least.x), std::max(core.least.y, target.least.y)},
            {std::min(core.greatest.x, target.greatest.x),
             std::min(core.greatest.y, target.greatest.y)}};
  }

  // A raster of the drawing in which the signs, names and labels are taken. Signs take
  // `around_signs` units more on each side. Not settled.
  Raster taken_by_signs(double around_signs) const {
    Raster taken = empty_raster();
    for (const Box& sign : signs_) taken.take(grown(sign, around_signs));
    for (const Box& letter : letters_) taken.take(letter);
    return taken;
  }

  void find_rivers() {
    sheet_.rivers.resize(scene_.lands.size());
    if (!is_detailed()) return;
    const Raster signs = taken_by_signs(3);
    for (std::size_t land = 0; land < scene_.lands.size(); ++land) {
      Raster taken = raster_outside(sheet_.coast.lands[land]);
      taken.take(signs);
      taken.settle();
      sheet_.rivers[land] =
          find_river(sheet_.coast.lands[land], sheet_.coast.shore_points[land], taken);
    }
  }

  void place_reliefs() {
    sheet_.relief.resize(scene_.lands.size());
    if (!is_detailed()) return;
    Raster shared = taken_by_signs(1);
    take_roads(shared, 4);
    for (const auto& border : sheet_.coast.borders) shared.take_line(border, 7);
    for (std::size_t land = 0; land < scene_.lands.size(); ++land) {
      Raster taken = raster_outside(sheet_.coast.lands[land]);
      taken.take(shared);
      if (const auto& river = sheet_.rivers[land]) {
        taken.take_line(river->course, 5);
        taken.take(
            around(river->course.front(), river->lake_radius * 1.4 + 3, river->lake_radius + 3));
      }
      sheet_.relief[land] = place_relief(sheet_.coast.lands[land], relief_size(land % kLandSorts),
                                         Dice::of(scene_.lands[land].id).next(), taken);
    }
  }

  void place_sea_ornaments() {
    if (outline_length_ > kGreatestLength) return;
    Raster taken = empty_raster();
    take_margin(taken);
    for (const auto& land : sheet_.coast.lands) taken.take_inside(land);
    for (const auto& shore : sheet_.coast.shores) taken.take_line(shore, 30);
    for (const Box& sign : signs_) taken.take(grown(sign, 4));
    for (const Box& letter : letters_) taken.take(letter);
    taken.settle();
    place_ship(taken);
    if (sheet_.ship) taken.take(around(*sheet_.ship, 44, 44));
    taken.settle();
    Dice dice(1);
    for (double y = 40; y < sheet_.projection.foot(); y += 34) {
      for (double x = 40; x < Projection::kWidth - 30; x += 62) {
        const Point wave{x + dice.between(-22, 22), y + dice.between(-12, 12)};
        if (taken.is_free(around(wave, 18, 7))) sheet_.waves.push_back(wave);
      }
    }
  }

  // Places the ship where the free room at sea is largest, up to 90 units on each side. Draws no
  // ship when less than 45 units are free.
  void place_ship(const Raster& taken) {
    double room = 45;
    for (double y = 60; y < sheet_.projection.foot(); y += 8) {
      for (double x = 60; x < Projection::kWidth - 50; x += 8) {
        while (room <= 90 && taken.is_free(around({x, y}, room, room * 0.8))) {
          sheet_.ship = {x, y};
          room += 9;
        }
      }
    }
  }

  const Scene& scene_;
  Sheet sheet_;
  std::vector<std::vector<Point>> outlines_;  // of the lands, in the unit of the drawing
  std::size_t outline_points_ = 0;            // number of points in all outlines
  double outline_length_ = 0;                 // of all outlines together, in units
  bool roads_are_sparse_ = false;             // whether the roads are at most kGreatestRoads long
  std::vector<Box> signs_;    // for each place the box of its sign and of the numbers of its stops
  std::vector<Box> letters_;  // the boxes of all names and labels that have been placed
};

}  // namespace

Sheet lay_out(const Scene& scene) { return Layout(scene).lay_out(); }

}  // namespace landkaart::inline v0
