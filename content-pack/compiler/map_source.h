// SPDX-License-Identifier: EUPL-1.2
// read_map() reads map.geojson and stores it in canonical form: coordinates rounded to hundredths,
// and of the properties only id, role and those that begin with x-.
#pragma once

#include "content-pack/compiler/source_folder.h"

namespace landkaart::inline v0 {

// Fills source.map and source.map_features. Adds a mistake when the file is not a valid map.
void read_map(std::string_view geojson, SourceFolder& source, MistakeList& mistakes);

}  // namespace landkaart::inline v0
