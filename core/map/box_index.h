// SPDX-License-Identifier: EUPL-1.2
// BoxIndex, boxes with a number, found by where they are.
#pragma once

#include <cstddef>
#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

class BoxIndex {
 public:
  void add(const Box& box, std::size_t number);
  // The box with which it was added.
  void remove(const Box& box, std::size_t number);
  bool overlaps_any(const Box& box, std::size_t but) const;
  // Each number once, in rising order, without one.
  std::vector<std::size_t> overlapping(const Box& box, std::size_t but) const;

 private:
  struct Entry {
    Box box;
    std::size_t number;
  };
  // Calls visit(cell) for each cell of a box, until it gives false.
  template <typename Visit>
  static void for_each_cell(const Box& box, Visit visit);

  // Cells far apart share a vector, which does no harm.
  std::vector<std::vector<Entry>> cells_ = std::vector<std::vector<Entry>>(1024);
};

}  // namespace landkaart::inline v0
