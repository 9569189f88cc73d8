// SPDX-License-Identifier: EUPL-1.2
// Which items a reader of an item may want next: those that are linked with it, that are linked
// with the same others, or that share its telling words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/model/item_layout.h"
#include "core/search/similar_documents.h"

namespace landkaart::inline v0 {

// For each item the related ones, best first. Translations of each other are not related, nor are
// items in different languages that no link joins.
std::vector<std::vector<std::uint32_t>> related_items(
    const std::vector<std::string>& languages, const std::vector<LinkRecord>& links,
    const std::vector<std::vector<SimilarDocument>>& similar);

}  // namespace landkaart::inline v0
