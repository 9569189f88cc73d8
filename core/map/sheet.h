// SPDX-License-Identifier: EUPL-1.2
// Sheet, where everything on a drawn map stands. All of it is in the unit of the drawing.
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

inline constexpr std::size_t kAtSea = static_cast<std::size_t>(-1);

// More places than this are dots, and not all of them have a label.
inline constexpr std::size_t kManyPlaces = 150;

struct Sheet {
  explicit Sheet(const Projection& used) : projection(used) {}

  Projection projection;
  Coastline coast;
  std::vector<std::vector<Point>> roads;
  std::vector<std::optional<LandName>> land_names;  // by land, as the next two
  std::vector<std::optional<River>> rivers;
  std::vector<std::vector<ReliefSign>> relief;
  std::vector<Point> places;  // by place, as the next four
  std::vector<std::size_t> land_of_place;
  std::vector<Label> labels;
  std::vector<Box> targets;
  std::vector<std::vector<Box>> label_targets;
  double label_size = 0;
  std::vector<Point> stops;  // the numbers of a walk
  std::vector<Point> waves;
  std::optional<Point> ship;
};

Sheet lay_out(const Scene& scene);

}  // namespace landkaart::inline v0
