// SPDX-License-Identifier: EUPL-1.2
// The addresses in a body: links to items and assets, and to anchors of headings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-pack/compiler/source_item.h"

namespace landkaart::inline v0 {

// Whether `fragment`, the part of an address after "#", leads to one of the anchors, which are
// sorted. As in a browser, an empty fragment and "top" lead to the top of a page, and %XX may stand
// for a byte.
bool leads_to_anchor(std::string_view fragment, const std::vector<std::string>& anchors);

// Replaces each link to an anchor that no heading of this body has by its words, and adds a note.
void unwrap_lost_anchors(MarkupNode& tree, std::string_view body, const SourcePosition& body_at,
                         const std::vector<std::string>& anchors, MistakeList& mistakes);

// Adds to the links, assets and anchor links of `item`. Adds each address once, at the position of
// its first occurrence.
void add_addresses(const MarkupNode& tree, std::string_view body, const SourcePosition& body_at,
                   SourceItem& item);

}  // namespace landkaart::inline v0
