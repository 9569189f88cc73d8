// SPDX-License-Identifier: EUPL-1.2
// RelatedTable, for each item the others that a reader of it may want next, best first. Found when
// the pack is built; why they are related can be read from the links and the texts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/model/grouped_entries.h"

namespace landkaart::inline v0 {

std::string encode_related(const std::vector<std::vector<std::uint32_t>>& related);

class RelatedTable {
 public:
  RelatedTable() = default;  // of a pack without the section: nothing is related
  // Throws Error(malformed) when the section does not fit so many items.
  RelatedTable(Section section, std::uint32_t items) : entries_(section, items) {}

  // Throws Error(malformed).
  std::vector<std::uint32_t> of(std::uint32_t item) const;

 private:
  GroupedEntries entries_;
};

}  // namespace landkaart::inline v0
