// SPDX-License-Identifier: EUPL-1.2
// The texts of an item in which a search looks up words, split into words and cached.
#pragma once

#include <cstddef>
#include <memory>

#include "core/pack/pack_state.h"

namespace landkaart::inline v0 {

// The text of a search field, as the compiler indexed it. `field` is an index in the list of fields
// of the search index. Empty for a field that this reader does not know. `analyser` looks words up
// in the dictionary of the pack. Throws Error: malformed, damaged.
std::shared_ptr<const AnalysedText> analysed_field(const PackState& pack, Ordinal item,
                                                   std::size_t field, WordAnalyser& analyser);

// The text for snippets: the first 256 KiB of the summary and the body, without a first line of the
// body that repeats the title, because a list of hits shows the title above the snippet. Throws
// Error: malformed, damaged.
std::shared_ptr<const AnalysedText> analysed_passages(const PackState& pack, Ordinal item);

}  // namespace landkaart::inline v0
