// SPDX-License-Identifier: EUPL-1.2
// check_map() reports the mistakes in the features of map.geojson, each with its line. The checks
// are those of parse_map(), which reads the map of a pack and stops at the first error without a
// line.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "content-pack/compiler/source_folder.h"
#include "core/base/json.h"

namespace landkaart::inline v0 {

inline constexpr const char* kMapFile = "map.geojson";

struct CheckedMap {
  JsonTree document;
  std::vector<SourceMapFeature> named;  // the features that have the id of an item, in order
};

// Returns nothing after adding mistakes.
std::optional<CheckedMap> check_map(std::string_view geojson, MistakeList& mistakes);

}  // namespace landkaart::inline v0
