// SPDX-License-Identifier: EUPL-1.2
// Known words that begin with what was typed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/search/search_index.h"

namespace landkaart::inline v0 {

// Of each lemma with such a form one form; at most `count`, those in most documents first.
// `documents`, when given, gets the sum of the document frequencies of all.
std::vector<Term> completions_of(const SearchIndex& index, std::string_view prefix,
                                 std::size_t count, std::uint64_t* documents = nullptr);

}  // namespace landkaart::inline v0
