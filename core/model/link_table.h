// SPDX-License-Identifier: EUPL-1.2
// LinkTable, the typed links between items, in both directions.
#pragma once

#include <string>
#include <vector>

#include "core/model/grouped_entries.h"
#include "core/model/item_layout.h"

namespace landkaart::inline v0 {

// The links of all items, those of one item in the order in which they were written. Nothing when
// there are no links.
std::string encode_links(std::vector<LinkRecord> links, std::uint32_t items);

class LinkTable {
 public:
  LinkTable() = default;
  // Throws Error(malformed) when the section does not fit so many items.
  LinkTable(Section section, std::uint32_t items);

  // In the order in which they were written. Throws Error(malformed).
  std::vector<LinkRecord> from(std::uint32_t item) const;
  // In order of type, then of the item they come from. Throws Error(malformed).
  std::vector<LinkRecord> to(std::uint32_t item) const;
  // Whether the links to all items are those from all items, in their order. Reads everything.
  // Throws Error(malformed).
  bool agrees_both_ways() const;

 private:
  enum class Direction { from, to };
  std::vector<LinkRecord> links_of(std::uint32_t item, Direction direction) const;

  GroupedEntries entries_;
};

}  // namespace landkaart::inline v0
