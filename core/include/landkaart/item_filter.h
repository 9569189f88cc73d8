// SPDX-License-Identifier: EUPL-1.2
// ItemFilter, the conditions by which Pack::items() and Pack::work_forms() select items.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "landkaart/export.h"
#include "landkaart/kind.h"

namespace landkaart::inline v0 {

// Conditions on items. An empty condition accepts every item, and an item must satisfy all
// conditions. A list accepts an item that has at least one of its values. A value that the pack
// does not have is no error: no item has it. SearchOptions has the same conditions.
//
// `purpose`, `group_size`, `max_minutes`, `max_difficulty` and `obstacle` accept work forms only.
struct ItemFilter {
  std::vector<Kind> kinds = {};
  std::vector<std::string> themes = {};  // ids
  std::vector<std::string> tags = {};
  std::string language = {};  // BCP 47, as Item::language() returns it
  std::optional<Purpose> purpose = std::nullopt;
  std::optional<int> group_size = std::nullopt;   // in people; within Item::group_size()
  std::optional<int> max_minutes = std::nullopt;  // at least the minimum of Item::minutes()
  std::optional<Difficulty> max_difficulty = std::nullopt;
  std::string obstacle = {};  // id of an obstacle that links to the work form
};

}  // namespace landkaart::inline v0
