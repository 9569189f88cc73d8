// SPDX-License-Identifier: EUPL-1.2
// related_items() chooses the items that a reader of an item may want next: items that a link joins
// with it, items with links to the same items, and items with similar texts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/model/item_layout.h"
#include "core/search/similar_documents.h"

namespace landkaart::inline v0 {

// Returns for each item at most 6 related items, best first. Translations of each other are never
// related. Items in different languages are related only by links. `languages` holds the language
// of each item, and `similar` the items whose texts are similar to those of the item.
std::vector<std::vector<std::uint32_t>> related_items(
    const std::vector<std::string>& languages, const std::vector<LinkRecord>& links,
    const std::vector<std::vector<SimilarDocument>>& similar);

}  // namespace landkaart::inline v0
