// SPDX-License-Identifier: EUPL-1.2
// Checks of the content of a pack, for verify(): that each part can be decoded and that the parts
// agree with each other.
#pragma once

#include <cstdint>

#include "core/pack/pack_state.h"

namespace landkaart::inline v0 {

// Each function reads its sections completely, in time and memory in proportion to their inflated
// size. Each throws the Error of the first fault.

// Records, ids, titles, labels, documents, links and related items.
void verify_items(const PackState& pack);

// The dictionary of words with all posting lists, the dictionary of titles, and the synonyms.
// Returns the number of words.
std::uint64_t verify_search(const PackState& pack);

}  // namespace landkaart::inline v0
