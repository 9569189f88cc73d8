// SPDX-License-Identifier: EUPL-1.2
// place_relief, which scatters small signs (mountains, trees, dunes, meadows) over the free room of
// a land, in clusters.
#pragma once

#include <vector>

#include "core/map/raster.h"

namespace landkaart::inline v0 {

struct ReliefSign {
  Point foot;         // the middle of the sign's lower edge
  int variant = 0;    // which drawing of the sign, below kReliefVariants
  double height = 0;  // value of the noise at the foot, 0 to 1; the highest signs are kept
};

inline constexpr int kReliefVariants = 3;

// The room of a sign left and right of its foot and above it, and the distance between signs.
struct ReliefSize {
  double half_width, height, step;
};

// Returns the signs from back to front: those with a lesser y first. Everything outside the land,
// and everything that a sign must not cover, is taken in `taken`, which need not be settled.
std::vector<ReliefSign> place_relief(const std::vector<Point>& outline, const ReliefSize& size,
                                     std::uint64_t seed, const Raster& taken);

}  // namespace landkaart::inline v0
