// SPDX-License-Identifier: EUPL-1.2
// Splits a compound that the pack does not have into words that it has.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/search_index.h"

namespace landkaart::inline v0 {

// The parts of a compound: two to four words that documents of the pack contain, of at least four
// bytes each, with one of `links` between each two. `links` includes "" when parts may follow each
// other directly. With the links of Dutch, "bewonersavond" gives "bewoner" and "avond". Returns the
// split with the fewest parts, or an empty list when there is none or when the word has more than
// 40 bytes.
std::vector<std::string> split_compound(std::string_view word, const SearchIndex& index,
                                        std::span<const std::string_view> links);

}  // namespace landkaart::inline v0
