// SPDX-License-Identifier: EUPL-1.2
#include "landkaart/map.h"

#include <algorithm>

#include "core/map/geometry_queries.h"

namespace landkaart {

Map::Map(Content content) : content_(std::make_shared<const Content>(std::move(content))) {}

std::optional<std::string> Map::locate(double x, double y) const {
  for (const Territory& territory : territories()) {
    if (contains(territory.outline, {x, y})) return territory.id;
  }
  return std::nullopt;
}

std::vector<Place> Map::nearest(double x, double y, std::size_t count) const {
  std::vector<Place> all = places();
  all.insert(all.end(), hazards().begin(), hazards().end());
  count = std::min(count, all.size());
  std::ranges::partial_sort(
      all, all.begin() + static_cast<std::ptrdiff_t>(count), {}, [&](const Place& place) {
        return std::pair(squared_distance(place.at, {x, y}), std::string_view(place.id));
      });
  all.resize(count);
  return all;
}

std::vector<Place> Map::within(const Box& box) const {
  std::vector<Place> inside;
  for (const auto* group : {&places(), &hazards()}) {
    std::ranges::copy_if(*group, std::back_inserter(inside),
                         [&](const Place& place) { return contains(box, place.at); });
  }
  return inside;
}

}  // namespace landkaart
