// SPDX-License-Identifier: EUPL-1.2
// Map layout: lands for themes and places for topics and obstacles that map.geojson does not have.
#pragma once

#include <string_view>

#include "content-pack/compiler/source_folder.h"

namespace landkaart::inline v0 {

// Adds to source.map. What is drawn there stays where it is, and so does everything that the map of
// the previous release has. Without one, items take their place in the order of the folder, so that
// one that comes last moves no other. One with a smaller `order` or id may move a few: places that
// never moved at all would have to follow from each id alone, and then they would collide. Where
// there are more than fit on a map, nothing is added but a note.
void lay_out_map(SourceFolder& source, std::string_view previous, MistakeList& mistakes);

}  // namespace landkaart::inline v0
