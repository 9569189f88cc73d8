// SPDX-License-Identifier: EUPL-1.2
// The drawing's own words, in the languages it knows.
#pragma once

#include <string_view>

namespace landkaart::inline v0 {

struct MapWords {
  std::string_view language;  // BCP 47
  std::string_view north, legend, obstacle, road, walk, selected, stop, contents;
};

// Of a language or the nearest that is known: de-AT gives de. Dutch when none is.
const MapWords& map_words(std::string_view language);

// de of de-AT.
std::string_view main_language(std::string_view tag);

}  // namespace landkaart::inline v0
