// SPDX-License-Identifier: EUPL-1.2
// Label placement: a label beside every place, and none over another.
#pragma once

#include <string>
#include <vector>

#include "core/map/raster.h"

namespace landkaart::inline v0 {

enum class Anchor { start, middle, end };

struct Label {
  std::vector<std::string> lines;  // empty when there was no room
  Anchor anchor = Anchor::middle;
  Point first_baseline;
  Box box;
};

// Where a label has to stand: beside a sign, which covers `sign`.
struct LabelledPlace {
  std::string title;
  Box sign;
};

struct LabelRoom {
  const Raster& taken;    // nothing may be lettered here; settled
  const Raster& clutter;  // and here rather not: roads, coasts, borders; settled
  bool crowded = false;   // rather the beginning of a title than nothing
};

inline constexpr double kLineHeight = 1.12;

// In the order of the places.
std::vector<Label> place_labels(const std::vector<LabelledPlace>& places, double font_size,
                                const LabelRoom& room);

}  // namespace landkaart::inline v0
