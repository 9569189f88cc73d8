// SPDX-License-Identifier: EUPL-1.2
// Reads map.geojson and brings it into its one spelling.
#pragma once

#include "content-pack/compiler/source_folder.h"

namespace landkaart::inline v0 {

void read_map(std::string_view geojson, SourceFolder& source, MistakeList& mistakes);

}  // namespace landkaart::inline v0
