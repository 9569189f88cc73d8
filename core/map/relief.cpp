// SPDX-License-Identifier: EUPL-1.2
//
// Problem: fill the empty parts of a land with small signs that look like a landscape. A grid looks
// like wallpaper, and independent random points look like noise: real mountains come in ranges.
//
// Idea: a jittered grid decides where signs may be, and value noise decides where they are. The
// grid has alternating rows like bricks, and each point moves a little at random. The noise gives
// each point of the plane a height from 0 to 1: it is random at the corners of squares of 86 units
// and smoothly interpolated between them, so that neighbouring points have similar heights. A sign
// is placed only where the height is at least 0.3 and its box touches no taken cell. When there are
// more than 64 signs, the 64 highest stay, which keeps the middle of each range. The combination is
// our own; all random numbers come from a seed, so that a land always looks the same.
//
// Invariant: no sign covers a taken cell. Signs may overlap each other, as ranges do; they are
// drawn from back to front. It ends: one pass over the grid points of the land's box.
#include "core/map/relief.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/map/dice.h"

namespace landkaart::inline v0 {
namespace {

constexpr double kRangeSize = 86;       // side of the squares of the noise, in units
constexpr std::size_t kMostSigns = 64;  // on one land
constexpr double kSparsest = 0.3;       // no signs are placed where the noise is lower

// The random value of the noise, from 0 to 1, at a corner of the lattice.
double lattice(std::int64_t column, std::int64_t row, std::uint64_t seed) {
  const auto mixed = static_cast<std::uint64_t>(column) * 0x9e3779b97f4a7c15 ^
                     static_cast<std::uint64_t>(row) * 0xc2b2ae3d27d4eb4f ^ seed;
  return Dice(mixed).between(0, 1);
}

// Value noise from 0 to 1: interpolates between the four corners around `at`.
double noise(const Point& at, std::uint64_t seed) {
  const double x = at.x / kRangeSize, y = at.y / kRangeSize;
  const auto column = static_cast<std::int64_t>(std::floor(x));
  const auto row = static_cast<std::int64_t>(std::floor(y));
  const auto eased = [](double part) { return part * part * (3 - 2 * part); };
  const double across = eased(x - std::floor(x)), down = eased(y - std::floor(y));
  const auto mixed = [&](std::int64_t in_row) {
    return lattice(column, in_row, seed) * (1 - across) +
           lattice(column + 1, in_row, seed) * across;
  };
  return mixed(row) * (1 - down) + mixed(row + 1) * down;
}

}  // namespace

std::vector<ReliefSign> place_relief(const std::vector<Point>& outline, const ReliefSize& size,
                                     std::uint64_t seed, const Raster& taken) {
  std::vector<ReliefSign> signs;
  if (outline.empty()) return signs;
  const Box land = bounds_of(outline);
  Dice dice(seed);
  bool odd = false;
  for (double y = land.least.y; y < land.greatest.y; y += size.step * 0.62) {
    odd = !odd;
    for (double x = land.least.x + (odd ? size.step / 2 : 0); x < land.greatest.x; x += size.step) {
      const Point foot{x + dice.between(-0.2, 0.2) * size.step,
                       y + dice.between(-0.12, 0.12) * size.step};
      const int variant = static_cast<int>(dice.next() % kReliefVariants);
      const double height = noise(foot, seed);
      if (height < kSparsest) continue;
      const Box room{{foot.x - size.half_width, foot.y - size.height},
                     {foot.x + size.half_width, foot.y + 1}};
      if (taken.is_free_now(room)) signs.push_back({foot, variant, height});
    }
  }
  if (signs.size() > kMostSigns) {
    std::ranges::stable_sort(signs, std::greater{}, &ReliefSign::height);
    signs.resize(kMostSigns);
  }
  std::ranges::stable_sort(signs, {}, [](const ReliefSign& sign) { return sign.foot.y; });
  return signs;
}

}  // namespace landkaart::inline v0
