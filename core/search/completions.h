// SPDX-License-Identifier: EUPL-1.2
// Completions: the words of the pack that begin with the letters that were typed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/search/search_index.h"

namespace landkaart::inline v0 {

// At most `count` words that documents contain and that begin with `prefix`, the words in most
// documents first, and one form of each lemma. When `documents` is given, the document frequencies
// of all such lemmas, not only of the first `count`, are added to it. Throws Error(malformed).
std::vector<Term> completions_of(const SearchIndex& index, std::string_view prefix,
                                 std::size_t count, std::uint64_t* documents = nullptr);

}  // namespace landkaart::inline v0
