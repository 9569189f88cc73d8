// SPDX-License-Identifier: EUPL-1.2
// LinkTable, the typed links between items. Each link is stored twice: with the item that it comes
// from and with the item that it points to.
#pragma once

#include <string>
#include <vector>

#include "core/model/grouped_entries.h"
#include "core/model/item_layout.h"

namespace landkaart::inline v0 {

// The bytes of the section with the links of `items` items. The links from one item keep the order
// that they have in `links`. Returns an empty string when there are no links.
std::string encode_links(std::vector<LinkRecord> links, std::uint32_t items);

class LinkTable {
 public:
  LinkTable() = default;
  // An empty section has no links. Throws Error(malformed) when the section is too short for the
  // offsets of `items` items.
  LinkTable(Section section, std::uint32_t items);

  // The links from `item`, in the order of the source of the item. Throws Error(malformed).
  std::vector<LinkRecord> from(std::uint32_t item) const;
  // The links to `item` (backlinks), sorted by type and then by the ordinal of the item that they
  // come from. Throws Error(malformed).
  std::vector<LinkRecord> to(std::uint32_t item) const;
  // True when the stored backlinks are exactly the reverse of the stored links, in the order of
  // to(). Links of a type that this version does not know are left out of the comparison. Decodes
  // the whole section. Throws Error(malformed).
  bool agrees_both_ways() const;

 private:
  enum class Direction { from, to };
  std::vector<LinkRecord> links_of(std::uint32_t item, Direction direction) const;

  GroupedEntries entries_;
};

}  // namespace landkaart::inline v0
