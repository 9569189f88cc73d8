// SPDX-License-Identifier: EUPL-1.2
// Dutch diminutives of words that a pack has: proefje, straatjes, plannetje. They are derived when
// somebody types one, so that no noun needs entries for them.
#pragma once

#include <optional>
#include <string_view>

#include "core/search/search_index.h"

namespace landkaart::inline v0 {

// The word that a folded word is the diminutive of, when documents have it. Throws
// Error(malformed).
std::optional<Term> base_of_diminutive(std::string_view word, const SearchIndex& index);

}  // namespace landkaart::inline v0
