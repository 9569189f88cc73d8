// SPDX-License-Identifier: EUPL-1.2
// Coverage computes the factor by which the score of a document is multiplied: 1 for a document
// with all words of the query, less for a document that lacks some. A group is one word of the
// query.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace landkaart::inline v0 {

// The part of a score that depends on having all words. The factor lies between 1 - 0.35 and 1.
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

  // An upper bound of the factor of every document that lacks the groups whose element is 0.
  double bound(std::span<const double> group_bounds) const;

  // The amount by which the factor is lower for a document without this group.
  double loss(std::size_t group) const { return losses_[group]; }

 private:
  std::vector<double> rarities_, losses_;  // by group
  double total_rarity_ = 0;
};

}  // namespace landkaart::inline v0
