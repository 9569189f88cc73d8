// SPDX-License-Identifier: EUPL-1.2
// place_labels, which chooses a position for the label of each place on a map, so that no two
// labels overlap.
#pragma once

#include <string>
#include <vector>

#include "core/map/raster.h"

namespace landkaart::inline v0 {

// The point of each line that lies at the x of the label: its start, its middle or its end.
enum class Anchor { start, middle, end };

struct Label {
  std::vector<std::string> lines;  // empty when there was no room
  Anchor anchor = Anchor::middle;
  Point first_baseline;  // the anchor of the first line, on its baseline
  Box box;               // the room of the whole label, with a margin at both sides
};

// A place that needs a label. `sign` is the box of its map sign; the label is placed beside it.
struct LabelledPlace {
  std::string title;
  Box sign;
};

struct LabelRoom {
  const Raster& taken;       // cells that no label may cover; settled
  const Raster& clutter;     // cells that a label should avoid, such as roads and coasts; settled
  bool may_shorten = false;  // whether a title that does not fit may end in an ellipsis
};

inline constexpr double kLineHeight = 1.12;  // distance of two baselines, in font sizes

// Returns a label for each place, in the order of `places`. A label that does not fit has no lines.
std::vector<Label> place_labels(const std::vector<LabelledPlace>& places, double font_size,
                                const LabelRoom& room);

}  // namespace landkaart::inline v0
