// SPDX-License-Identifier: EUPL-1.2
// A known word near an unknown one, for "did you mean".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/search/search_index.h"

namespace landkaart {

// How many edits a word of this length may be away: none up to 4 letters, 1 to 8, 2 from 9.
unsigned allowed_edits(std::size_t letters);

// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), or
// `most` + 1 when there are more than `most`.
unsigned edit_distance(std::string_view a, std::string_view b, unsigned most);

// The nearest word of the pack that begins with the same letter; of equally near ones the one in
// most documents. Nothing when the word itself is known or none is near enough.
std::optional<std::string> nearest_word(const SearchIndex& index, std::string_view word);

}  // namespace landkaart
