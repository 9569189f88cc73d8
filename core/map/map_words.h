// SPDX-License-Identifier: EUPL-1.2
// MapWords, the words that a drawing adds to the titles of the pack, such as "Legend", in Dutch,
// Frisian, English, German and French.
#pragma once

#include <string_view>

namespace landkaart::inline v0 {

struct MapWords {
  std::string_view language;  // BCP 47
  std::string_view north, legend, obstacle, road, walk, selected, stop, contents;
};

// The words for a BCP 47 language tag: those of "de" for "de-AT". Dutch words for a language that
// is not in the table.
const MapWords& map_words(std::string_view language);

// The primary language of a tag: "de" for "de-AT".
std::string_view main_language(std::string_view tag);

}  // namespace landkaart::inline v0
