// SPDX-License-Identifier: EUPL-1.2
// targets_of, which computes for each place on a map the area that can be clicked or touched. Areas
// are as large as the neighbours allow, because they are used with a finger on a telephone.
#pragma once

#include <optional>
#include <vector>

#include "core/map/raster.h"

namespace landkaart::inline v0 {

// Half the side, in units, of squares that are at least 24 and 44 CSS pixels wide on a screen where
// the whole drawing (1000 units) is 360 pixels wide. WCAG 2.2 requires 24 pixels at level AA and 44
// at AAA.
inline constexpr double kLeastTarget = 33.9;
inline constexpr double kWantedTarget = 61.2;

struct TargetObstacles {
  // The letters of the names of lands, and the spots of lands (see emptiest_spot). The target of a
  // place ends where they begin. Only one that begins within kLeastTarget of the place can be
  // covered in part.
  std::vector<Box> land_names;
  const std::vector<Box>& land_spots;
};

// A box for each place. Boxes of places with different points do not overlap.
std::vector<Box> targets_of(const std::vector<Point>& places, const TargetObstacles& obstacles);

// The square with half side kLeastTarget, inside the outline of a land, that is furthest from all
// places, to within about 2 units. The square links to the land itself. nullopt when the land is
// too small for the square.
std::optional<Box> emptiest_spot(const std::vector<Point>& outline,
                                 const std::vector<Point>& places);

// The parts of `box` that none of `others` covers, as boxes that do not overlap.
std::vector<Box> subtract(const Box& box, const std::vector<Box>& others);

}  // namespace landkaart::inline v0
