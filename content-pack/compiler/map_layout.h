// SPDX-License-Identifier: EUPL-1.2
// Map layout: computes an outline for each theme, and a place for each topic and obstacle, that
// map.geojson does not have. map_layout.cpp begins with a description of the algorithm.
#pragma once

#include <string_view>

#include "content-pack/compiler/source_folder.h"

namespace landkaart::inline v0 {

// Adds features to source.map. `previous` is the GeoJSON of the map of the previous release, or
// empty. Features in source.map stay where they are. Next, lands and places of `previous` stay
// where they are, except when a place would lie outside its land. Without `previous`, items get
// their places in the order of the folder: a new item that comes last moves no other item, and a
// new item with a smaller `order` or id may move a few. With more than 20,000 topics and obstacles,
// nothing is added to the map and a note is added to `mistakes`.
void lay_out_map(SourceFolder& source, std::string_view previous, MistakeList& mistakes);

}  // namespace landkaart::inline v0
