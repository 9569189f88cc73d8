// SPDX-License-Identifier: EUPL-1.2
// Sheet, the layout of a map drawing: the position of everything that is drawn. lay_out computes a
// sheet from a scene. All coordinates are in the unit of the drawing, which is 1000 units wide.
#pragma once

#include <optional>
#include <vector>

#include "core/map/coastline.h"
#include "core/map/label_placement.h"
#include "core/map/land_names.h"
#include "core/map/projection.h"
#include "core/map/relief.h"
#include "core/map/waters.h"

namespace landkaart::inline v0 {

// The number of a land for a place that lies in no land.
inline constexpr std::size_t kAtSea = static_cast<std::size_t>(-1);

// When a map has more places than this, places are drawn as dots, and labels have the smallest font
// size.
inline constexpr std::size_t kManyPlaces = 150;

// A map with more lands has no names of lands, rivers, relief or patterns, and all its places count
// as at sea.
inline constexpr std::size_t kMostDetailedLands = 100;

struct Sheet {
  explicit Sheet(const Projection& used) : projection(used) {}

  Projection projection;
  Coastline coast;
  std::vector<std::vector<Point>> roads;
  // These three have an entry for each land.
  std::vector<std::optional<LandName>> land_names;
  std::vector<std::optional<River>> rivers;
  std::vector<std::vector<ReliefSign>> relief;
  // These six have an entry for each place.
  std::vector<Point> places;
  std::vector<std::size_t> land_of_place;       // index of the land, or kAtSea
  std::vector<std::size_t> stop_of_place;       // number of the first stop of the walk here, or 0
  std::vector<Label> labels;                    // without lines when the label did not fit
  std::vector<Box> targets;                     // area around the sign that links to the place
  std::vector<std::vector<Box>> label_targets;  // area of the label that links to the place
  double label_size = 0;                        // font size of all labels
  std::vector<Point> stops;                     // middle of the number of each stop of the walk
  std::vector<Point> waves;
  std::optional<Point> ship;  // absent when no part of the sea has room for the ornament
};

Sheet lay_out(const Scene& scene);

}  // namespace landkaart::inline v0
