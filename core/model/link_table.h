// SPDX-License-Identifier: EUPL-1.2
// LinkTable, the typed links between items. Each link is stored twice: with the item that it comes
// from and with the item that it points to.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/model/grouped_entries.h"
#include "core/model/item_layout.h"

namespace landkaart::inline v0 {

// The bytes of the section with the links of `items` items. The links from one item keep the order
// that they have in `links`. Returns an empty string when there are no links. Throws
// Error(limit_exceeded) when an item has more than 16,384 links, or more than 1024 of type stops.
std::string encode_links(std::vector<LinkRecord> links, std::uint32_t items);

// The types of the links along which a map draws the walk of an item, in this order: the stops of a
// journey, and the route of an obstacle. Empty for other kinds, which have no walk.
std::span<const LinkType> walk_links(Kind kind);

class LinkTable {
 public:
  LinkTable() = default;
  // An empty section has no links. Throws Error(malformed) when the section is too short for the
  // offsets of `items` items.
  LinkTable(Section section, std::uint32_t items);

  // The links from `item`, in the order of the source of the item. Throws Error: malformed;
  // limit_exceeded when the item has more than 16,384 links, or more than 1024 of type stops. These
  // two functions decode the links of at most 32 items, from the first of the group of `item`.
  std::vector<LinkRecord> from(std::uint32_t item) const;
  // The links to `item` (backlinks), sorted by type and then by the ordinal of the item that they
  // come from. An item links at most once by each type, so that there are at most 11 links from
  // each item of the pack. Throws Error(malformed).
  std::vector<LinkRecord> to(std::uint32_t item) const;
  // True when the stored backlinks are exactly the reverse of the stored links, in the order of
  // to(). Links of a type that this version does not know are left out of the comparison. Decodes
  // the whole section three times, and needs 8 bytes of memory for each link. Throws
  // Error(malformed) when the section breaks its layout; limit_exceeded.
  bool agrees_both_ways() const;

 private:
  enum class Direction { from, to };
  std::vector<LinkRecord> links_of(std::uint32_t item, Direction direction) const;

  GroupedEntries entries_;
};

}  // namespace landkaart::inline v0
