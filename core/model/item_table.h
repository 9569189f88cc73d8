// SPDX-License-Identifier: EUPL-1.2
// ItemTable, the records of all items with their titles, summaries, ids, languages, themes and
// tags. Nothing here inflates a body.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/string_dictionary.h"
#include "core/model/item_layout.h"

namespace landkaart::inline v0 {

// The number of an item in its pack: its place among the records.
using Ordinal = std::uint32_t;

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
  // Throws Error(malformed) when sections do not fit each other.
  explicit ItemTable(const Container& container);

  std::uint32_t size() const { return size_; }
  OrdinalRange of_kind(Kind kind) const;
  bool has_several_kinds() const;

  // All throw Error(malformed) for an ordinal beyond size().
  ItemRecord record(Ordinal item) const;
  std::string id(Ordinal item) const;
  std::string_view title(Ordinal item) const;
  std::string_view summary(Ordinal item) const;
  LabelSet labels(Ordinal item) const;
  // Where the item's document is in the stream of bodies.
  std::uint64_t body_begin(Ordinal item) const;
  std::uint32_t body_bytes(Ordinal item) const;

  // The item with this id, or the one that it redirects to.
  std::optional<Ordinal> find(std::string_view id) const;
  // Every id that redirects, with the item it leads to.
  std::vector<std::pair<std::string, Ordinal>> redirects() const;

  // Without decoding the whole set: what a filter asks.
  bool has_theme(Ordinal item, Ordinal theme) const;
  bool has_tag(Ordinal item, std::string_view tag) const;

 private:
  const std::uint8_t* record_bytes(std::uint64_t index) const;
  std::string_view name(std::uint64_t number) const;
  Cursor label_cursor(Ordinal item) const;
  Ordinal checked(std::uint64_t item) const;

  Section items_, texts_, label_sets_, names_;
  StringDictionary ids_;
  std::uint32_t size_ = 0;
};

}  // namespace landkaart::inline v0
