// SPDX-License-Identifier: EUPL-1.2
// Relief: mountains, woods, dunes and meadows where a land has room for them, in ranges.
#pragma once

#include <vector>

#include "core/map/raster.h"

namespace landkaart::inline v0 {

struct ReliefSign {
  Point foot;
  int variant = 0;    // below kReliefVariants
  double height = 0;  // of the ground: where there are too many, the highest stay
};

inline constexpr int kReliefVariants = 3;

// How much room the signs of a sort of land take, around and above their foot.
struct ReliefSize {
  double half_width, height, step;
};

// From the back to the front. Takes the room of each sign in `taken`, which has what is outside the
// land and everything that is drawn on it.
std::vector<ReliefSign> raise_relief(const std::vector<Point>& outline, const ReliefSize& size,
                                     std::uint64_t seed, Raster& taken);

}  // namespace landkaart::inline v0
