// SPDX-License-Identifier: EUPL-1.2
// check_map, which compares the map of a pack with the items of the pack.
#pragma once

#include "core/model/item_table.h"
#include "landkaart/map.h"

namespace landkaart::inline v0 {

// Throws Error(malformed) when the id of a feature is not the id of an item, when two features have
// the same id, when a territory is not a theme, or when a hazard is not an obstacle. Takes
// O(n log n) time for n features. Opening a map checks its geometry, but not the ids, so that a
// drawing does not read the dictionary of ids twice.
void check_map(const Map& map, const ItemTable& table);

}  // namespace landkaart::inline v0
