// SPDX-License-Identifier: EUPL-1.2
// Ranges of the items that satisfy a filter, and of the links of an item.
#pragma once

#include <memory>
#include <vector>

#include "core/pack/pack_state.h"
#include "landkaart/pack.h"

namespace landkaart::inline v0 {

ItemRange select_items(std::shared_ptr<const PackState> pack, const ItemFilter& filter);
ItemRange select_work_forms(std::shared_ptr<const PackState> pack, const ItemFilter& filter);

// The links from an item, and the links to it. Throw Error: malformed, damaged.
LinkRange links_from(std::shared_ptr<const PackState> pack, Ordinal item);
LinkRange links_to(std::shared_ptr<const PackState> pack, Ordinal item);

}  // namespace landkaart::inline v0
