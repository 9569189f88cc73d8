// SPDX-License-Identifier: EUPL-1.2
#include "core/map/box_index.h"

#include <algorithm>
#include <cmath>

#include "core/map/raster.h"

namespace landkaart::inline v0 {
namespace {

constexpr double kCell = 64;  // side of a square of the grid, in units

}  // namespace

template <typename Visit>
void BoxIndex::for_each_cell(const Box& box, Visit visit) {
  const auto cell = [](double value) { return static_cast<int>(std::floor(value / kCell)); };
  for (int row = cell(box.least.y); row <= cell(box.greatest.y); ++row) {
    for (int column = cell(box.least.x); column <= cell(box.greatest.x); ++column) {
      if (!visit(static_cast<std::size_t>(row * 37 + column) % 1024)) return;
    }
  }
}

void BoxIndex::add(const Box& box, std::size_t number) {
  for_each_cell(box, [&](std::size_t cell) {
    cells_[cell].push_back({box, number});
    return true;
  });
}

void BoxIndex::remove(const Box& box, std::size_t number) {
  for_each_cell(box, [&](std::size_t cell) {
    std::erase_if(cells_[cell], [&](const Entry& entry) { return entry.number == number; });
    return true;
  });
}

bool BoxIndex::overlaps_any(const Box& box, std::size_t but) const {
  bool found = false;
  for_each_cell(box, [&](std::size_t cell) {
    found = std::ranges::any_of(cells_[cell], [&](const Entry& entry) {
      return entry.number != but && overlap(entry.box, box);
    });
    return !found;
  });
  return found;
}

std::vector<std::size_t> BoxIndex::overlapping(const Box& box, std::size_t but) const {
  std::vector<std::size_t> found;
  for_each_cell(box, [&](std::size_t cell) {
    for (const Entry& entry : cells_[cell]) {
      if (entry.number != but && overlap(entry.box, box)) found.push_back(entry.number);
    }
    return true;
  });
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace landkaart::inline v0
