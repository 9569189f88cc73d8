// SPDX-License-Identifier: EUPL-1.2
#include "core/map/box_index.h"

#include <algorithm>
#include <cmath>

#include "core/map/raster.h"

namespace landkaart {
namespace {

constexpr double kCell = 64;

}  // namespace

template <typename Visit>
void BoxIndex::for_each_cell(const Box& box, Visit visit) {
  const auto cell = [](double value) {
    return static_cast<std::int32_t>(std::floor(value / kCell));
  };
  for (std::int32_t row = cell(box.least.y); row <= cell(box.greatest.y); ++row) {
    for (std::int32_t column = cell(box.least.x); column <= cell(box.greatest.x); ++column) {
      visit(static_cast<std::uint64_t>(static_cast<std::uint32_t>(row)) << 32 |
            static_cast<std::uint32_t>(column));
    }
  }
}

void BoxIndex::add(const Box& box, std::size_t number) {
  for_each_cell(box, [&](std::uint64_t cell) { cells_[cell].push_back({box, number}); });
}

void BoxIndex::remove(const Box& box, std::size_t number) {
  for_each_cell(box, [&](std::uint64_t cell) {
    std::erase_if(cells_[cell], [&](const Entry& entry) { return entry.number == number; });
  });
}

std::vector<std::size_t> BoxIndex::overlapping(const Box& box, std::size_t but) const {
  std::vector<std::size_t> found;
  for_each_cell(box, [&](std::uint64_t cell) {
    const auto entries = cells_.find(cell);
    if (entries == cells_.end()) return;
    for (const Entry& entry : entries->second) {
      if (entry.number != but && overlap(entry.box, box)) found.push_back(entry.number);
    }
  });
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace landkaart
