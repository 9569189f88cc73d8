// SPDX-License-Identifier: EUPL-1.2
// Coverage, the factor by which a document counts for having all words of a query or only some.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace landkaart::inline v0 {

// The part of a score that depends on having all words: a document without any rare word keeps
// 1 - 0.35 of the sum of its scores.
inline constexpr double kCoverageWeight = 0.35;

// factor = 1 - kCoverageWeight * (rarity of the missing groups / rarity of all groups)
// Example: two groups of rarity 3 and 1. A document with only the first has the factor
// 1 - 0.35 * 1/4 = 0.9125.
class Coverage {
 public:
  // The rarity of each group, at least 0. At most 64 groups.
  explicit Coverage(std::vector<double> rarities);

  // The factor of a document that has these groups, one bit each.
  double factor(std::uint64_t groups) const;

  // An upper bound of the factor of every document that lacks the groups whose bound is 0.
  double bound(std::span<const double> group_bounds) const;

  // The part of the factor that a document without this group loses.
  double loss(std::size_t group) const { return losses_[group]; }

 private:
  std::vector<double> rarities_, losses_;  // by group
  double total_rarity_ = 0;
};

}  // namespace landkaart::inline v0
