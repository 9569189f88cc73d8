// SPDX-License-Identifier: EUPL-1.2
// check_map() reports the mistakes in the features of map.geojson, each with its line. The checks
// are those of parse_map(), which reads the map of a pack and stops at the first error without a
// line.
#pragma once

#include <string_view>
#include <vector>

#include "content-pack/compiler/mistakes.h"

namespace landkaart::inline v0 {

inline constexpr const char* kMapFile = "map.geojson";

// The result of a check. Without mistakes, there is an offset for each feature.
struct CheckedMap {
  bool is_valid = false;
  std::vector<std::size_t> features;  // the offset in the file at which each feature begins
};

CheckedMap check_map(std::string_view geojson, MistakeList& mistakes);

}  // namespace landkaart::inline v0
