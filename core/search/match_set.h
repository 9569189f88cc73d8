// SPDX-License-Identifier: EUPL-1.2
// MatchSet, the documents that match a query: one bit for each document up to the last match.
#pragma once

#include <bit>
#include <cassert>
#include <cstdint>
#include <vector>

namespace landkaart::inline v0 {

class MatchSet {
 public:
  // The documents must be added in strictly ascending order.
  void add(std::uint32_t document) {
    const std::size_t word = document / 64;
    const std::uint64_t bit = std::uint64_t{1} << (document % 64);
    if (word >= bits_.size()) bits_.resize(word + 1);
    assert(bits_[word] < bit);
    bits_[word] |= bit;
    ++size_;
  }
  std::uint64_t size() const { return size_; }

  // Calls visit(document) for each document, in ascending order.
  template <typename Visit>
  void for_each(const Visit& visit) const {
    for (std::size_t word = 0; word < bits_.size(); ++word) {
      for (std::uint64_t left = bits_[word]; left != 0; left &= left - 1) {
        visit(static_cast<std::uint32_t>(word * 64) +
              static_cast<std::uint32_t>(std::countr_zero(left)));
      }
    }
  }

 private:
  std::vector<std::uint64_t> bits_;
  std::uint64_t size_ = 0;
};

}  // namespace landkaart::inline v0
