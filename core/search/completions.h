// SPDX-License-Identifier: EUPL-1.2
// Completions: the words of the pack that begin with the letters that were typed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/search/search_index.h"

namespace landkaart::inline v0 {

// At most `count` words that begin with `prefix` and whose lemma documents contain, those in most
// documents first. Of several forms of a lemma in one block of the dictionary, only one is
// returned. When `documents` is given, the document frequencies of all words found, not only of the
// first `count`, are added to it. Throws Error(malformed).
std::vector<Term> completions_of(const SearchIndex& index, std::string_view prefix,
                                 std::size_t count, std::uint64_t* documents = nullptr);

}  // namespace landkaart::inline v0
