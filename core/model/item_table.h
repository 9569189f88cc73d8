// SPDX-License-Identifier: EUPL-1.2
// ItemTable, the records of all items with their titles, summaries, ids, languages, themes and
// tags. It never reads the compressed bodies, so that lists and filters are fast.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/string_dictionary.h"
#include "core/model/item_layout.h"

namespace landkaart::inline v0 {

// The index of an item among the records of its pack, from 0.
using Ordinal = std::uint32_t;

// The ordinals from `begin` up to and without `end`.
struct OrdinalRange {
  Ordinal begin = 0;
  Ordinal end = 0;
};

struct LabelSet {
  std::string_view language;
  std::vector<Ordinal> themes;
  std::vector<std::string_view> tags;
};

class ItemTable {
 public:
  // Throws Error: malformed when a section is absent or has the wrong length for the number of
  // items; damaged when the checksum of a page is wrong.
  explicit ItemTable(const Container& container);

  std::uint32_t size() const { return size_; }  // number of items
  OrdinalRange of_kind(Kind kind) const;
  bool has_several_kinds() const;

  // These seven throw Error(malformed) when `item` is not below size().
  ItemRecord record(Ordinal item) const;
  std::string id(Ordinal item) const;
  std::string_view title(Ordinal item) const;
  std::string_view summary(Ordinal item) const;
  LabelSet labels(Ordinal item) const;
  // Offset and length of the item's JSON document in the uncompressed stream of bodies.
  std::uint64_t body_begin(Ordinal item) const;
  std::uint32_t body_bytes(Ordinal item) const;

  // The item with this id. When `id` is an old id that redirects, the item that it redirects to.
  std::optional<Ordinal> find(std::string_view id) const;
  // Every old id with the item that it redirects to, in byte order of the ids.
  std::vector<std::pair<std::string, Ordinal>> redirects() const;

  // Whether labels(item) has the theme or the tag. Does not build the vectors, because a filter
  // asks this of each item.
  bool has_theme(Ordinal item, Ordinal theme) const;
  bool has_tag(Ordinal item, std::string_view tag) const;

 private:
  const std::uint8_t* record_bytes(std::uint64_t index) const;
  // The language or tag with this number in section 'name'.
  std::string_view name(std::uint64_t number) const;
  Cursor label_cursor(Ordinal item) const;
  // `item` itself. Throws Error(malformed) when it is not below size().
  Ordinal checked(std::uint64_t item) const;

  Section items_, texts_, label_sets_, names_;
  StringDictionary ids_;
  std::uint32_t size_ = 0;
};

}  // namespace landkaart::inline v0
