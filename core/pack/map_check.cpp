// SPDX-License-Identifier: EUPL-1.2
#include "core/pack/map_check.h"

#include <set>

#include "core/base/malformed.h"

namespace landkaart::inline v0 {

void check_map(const Map& map, const ItemTable& table) {
  std::set<std::string_view> seen;
  const auto check = [&](const std::string& id, std::optional<Kind> kind) {
    const auto item = table.find(id);
    if (!item || table.id(*item) != id) malformed("the map has the id of no item");
    if (kind && table.record(*item).kind != *kind) {
      malformed("the map has an item with a role that does not fit its kind");
    }
    if (!seen.insert(id).second) malformed("two features of the map have the same id");
  };
  for (const Territory& territory : map.territories()) check(territory.id, Kind::theme);
  for (const Place& place : map.places()) check(place.id, std::nullopt);
  for (const Place& hazard : map.hazards()) check(hazard.id, Kind::obstacle);
}

}  // namespace landkaart::inline v0
