// SPDX-License-Identifier: EUPL-1.2
// BoxIndex, a set of numbered boxes that quickly finds those that overlap a given box. It is a
// uniform grid of squares of 64 units, hashed into 1024 lists of boxes.
#pragma once

#include <cstddef>
#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

class BoxIndex {
 public:
  // A number that no box has, for queries that leave no box out.
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void add(const Box& box, std::size_t number);
  // `box` must be the box with which `number` was added.
  void remove(const Box& box, std::size_t number);
  // Whether a box with another number than `but` overlaps `box`.
  bool overlaps_any(const Box& box, std::size_t but) const;
  // The numbers of all boxes that overlap `box`, without `but`, each once and in rising order.
  std::vector<std::size_t> overlapping(const Box& box, std::size_t but) const;

 private:
  struct Entry {
    Box box;
    std::size_t number;
  };
  // Calls visit(list) with the index of the list of each square that `box` touches, until visit
  // returns false. The same index can occur twice.
  template <typename Visit>
  static void for_each_cell(const Box& box, Visit visit);

  // Squares far apart share a list. That is correct, because each query compares the boxes
  // themselves.
  std::vector<std::vector<Entry>> cells_ = std::vector<std::vector<Entry>>(1024);
};

}  // namespace landkaart::inline v0
