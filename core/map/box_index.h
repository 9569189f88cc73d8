// SPDX-License-Identifier: EUPL-1.2
// BoxIndex, boxes with a number, found by where they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "landkaart/geometry.h"

namespace landkaart {

class BoxIndex {
 public:
  void add(const Box& box, std::size_t number);
  // The box with which it was added.
  void remove(const Box& box, std::size_t number);
  // Each number once, in rising order, without one.
  std::vector<std::size_t> overlapping(const Box& box, std::size_t but) const;

 private:
  struct Entry {
    Box box;
    std::size_t number;
  };
  template <typename Visit>
  static void for_each_cell(const Box& box, Visit visit);

  std::unordered_map<std::uint64_t, std::vector<Entry>> cells_;
};

}  // namespace landkaart
