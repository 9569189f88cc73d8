// SPDX-License-Identifier: EUPL-1.2
// Splits a compound that a pack does not know into words that it knows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/search/search_index.h"

namespace landkaart::inline v0 {

// Two or more words of four letters or more that make up the whole word, with s, e or en between
// them; as few as can be. Empty when there are none.
std::vector<std::string> split_compound(std::string_view word, const SearchIndex& index);

}  // namespace landkaart::inline v0
