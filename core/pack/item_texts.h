// SPDX-License-Identifier: EUPL-1.2
// The texts of an item in which words are looked for, analysed, and kept for the next query.
#pragma once

#include <cstddef>
#include <memory>

#include "core/pack/pack_state.h"

namespace landkaart::inline v0 {

// A field as it was indexed, by its number; empty for a field that this reader does not know.
// Throws Error: malformed, damaged.
std::shared_ptr<const AnalysedText> analysed_field(const PackState& pack, Ordinal item,
                                                   std::size_t field);

// What snippets are taken from: the summary and the body, without a first line that is the title,
// which stands above a snippet already. Throws Error: malformed, damaged.
std::shared_ptr<const AnalysedText> analysed_passages(const PackState& pack, Ordinal item);

}  // namespace landkaart::inline v0
