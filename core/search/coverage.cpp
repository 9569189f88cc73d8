// SPDX-License-Identifier: EUPL-1.2
#include "core/search/coverage.h"

#include <bit>
#include <utility>

namespace landkaart::inline v0 {

Coverage::Coverage(std::vector<double> rarities)
    : rarities_(std::move(rarities)), losses_(rarities_.size()) {
  for (const double rarity : rarities_) total_rarity_ += rarity;
  if (total_rarity_ <= 0) return;
  for (std::size_t g = 0; g < losses_.size(); ++g) {
    losses_[g] = kCoverageWeight * rarities_[g] / total_rarity_;
  }
}

double Coverage::factor(std::uint64_t groups) const {
  if (total_rarity_ <= 0) return 1;
  double rarity = 0;
  for (; groups != 0; groups &= groups - 1) {
    rarity += rarities_[static_cast<std::size_t>(std::countr_zero(groups))];
  }
  return 1 - kCoverageWeight * (1 - rarity / total_rarity_);
}

double Coverage::bound(std::span<const double> group_bounds) const {
  double factor = 1;
  for (std::size_t g = 0; g < group_bounds.size(); ++g) {
    if (group_bounds[g] == 0) factor -= losses_[g];
  }
  return factor;
}

}  // namespace landkaart::inline v0
