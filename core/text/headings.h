// SPDX-License-Identifier: EUPL-1.2
// headings_of() finds the headings of a body and makes their anchors. The specification states the
// rule for anchors (section "Bodies").
#pragma once

#include <vector>

#include "core/text/markup.h"
#include "landkaart/heading.h"

namespace landkaart::inline v0 {

// Returns the headings of a tree in order, also those in lists and quotations. Takes time and
// memory in proportion to the tree.
std::vector<Heading> headings_of(const MarkupNode& tree);

}  // namespace landkaart::inline v0
