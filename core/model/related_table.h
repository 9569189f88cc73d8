// SPDX-License-Identifier: EUPL-1.2
// RelatedTable, for each item the items that its reader may want to read next, best first. The
// compiler computes these lists when it builds the pack; the table only stores them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/model/grouped_entries.h"

namespace landkaart::inline v0 {

// The bytes of the section: related[i] lists the ordinals of the items related to item i. Throws
// Error(limit_exceeded) when a list has more than 16.
std::string encode_related(const std::vector<std::vector<std::uint32_t>>& related);

class RelatedTable {
 public:
  RelatedTable() = default;  // for a pack without the section: of() returns an empty list
  // Throws Error(malformed) when the section is too short for the offsets of `items` items.
  RelatedTable(Section section, std::uint32_t items) : entries_(section, items) {}

  // The items related to `item`, best first, each once. Throws Error: malformed; limit_exceeded
  // when an item has more than 16. Decodes the entries of at most 32 items.
  std::vector<std::uint32_t> of(std::uint32_t item) const;
  // Decodes the whole section. Throws Error(malformed) when an entry is malformed, or when the
  // entries do not fill the section; limit_exceeded.
  void check() const;

 private:
  GroupedEntries entries_;
};

}  // namespace landkaart::inline v0
