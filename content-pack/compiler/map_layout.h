// SPDX-License-Identifier: EUPL-1.2
// Map layout: lands for themes and places for topics and obstacles that map.geojson does not have.
#pragma once

#include "content-pack/compiler/source_folder.h"

namespace landkaart {

// Adds to source.map. What is on the map stays where it is. Items take their place in the order of
// the folder, so that one that comes last moves no other; one with a smaller `order` or id may move
// a few, unless they are kept in map.geojson.
void lay_out_map(SourceFolder& source);

}  // namespace landkaart
