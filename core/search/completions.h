// SPDX-License-Identifier: EUPL-1.2
// Completions: the words of the pack that begin with the letters that were typed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/budget.h"
#include "core/search/search_index.h"

namespace landkaart::inline v0 {

// An entry takes as long to read as this number of letters takes to compare in near_words().
inline constexpr std::uint64_t kCompletionWork = 8;

// At most `count` words that begin with `prefix` and whose lemma documents contain, those in most
// documents first. Of several forms of a lemma in one block of the dictionary, only one is
// returned. When `documents` is given, the document frequencies of all words found, not only of the
// first `count`, are added to it. When `budget` is given, each entry that is read spends
// kCompletionWork units of it. Throws Error(malformed), and what the budget throws.
std::vector<Term> completions_of(const SearchIndex& index, std::string_view prefix,
                                 std::size_t count, std::uint64_t* documents = nullptr,
                                 Budget* budget = nullptr);

}  // namespace landkaart::inline v0
