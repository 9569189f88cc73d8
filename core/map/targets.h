// SPDX-License-Identifier: EUPL-1.2
// Targets, the area around each place that leads to it: as large as its neighbours allow.
#pragma once

#include <optional>
#include <vector>

#include "core/map/raster.h"

namespace landkaart::inline v0 {

// Squares of 24 and 44 CSS pixels where a drawing of 1000 units is 360 pixels wide, by half a side.
inline constexpr double kLeastTarget = 33.9;
inline constexpr double kWantedTarget = 61.2;

struct TargetRoom {
  std::vector<Box> names;         // of lands: places leave them free beyond their least target
  const std::vector<Box>& spots;  // of lands: the same
};

// A box around each place, none over another.
std::vector<Box> targets_of(const std::vector<Point>& places, const TargetRoom& room);

// The square in an outline that is furthest from all places, where a land can be pointed at.
std::optional<Box> emptiest_spot(const std::vector<Point>& outline,
                                 const std::vector<Point>& places);

// What is left of a box without some others, in boxes.
std::vector<Box> without(const Box& box, const std::vector<Box>& others);

}  // namespace landkaart::inline v0
