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
#include "core/model/string_list.h"

namespace landkaart::inline v0 {

// The index of an item among the records of its pack, from 0.
using Ordinal = std::uint32_t;

// The ordinals from `begin` up to and without `end`.
struct OrdinalRange {
  Ordinal begin = 0;
  Ordinal end = 0;
};

class ItemTable {
 public:
  // Throws Error: malformed when a section is absent or has the wrong length for the number of
  // items; damaged when the checksum of a page is wrong.
  explicit ItemTable(const Container& container);

  std::uint32_t size() const { return size_; }  // number of items
  OrdinalRange of_kind(Kind kind) const;
  bool has_several_kinds() const;

  // All functions below throw Error(malformed) when `item` is not below size(); limit_exceeded when
  // a text, or a number of labels, is beyond its limit in landkaart/limits.h. They take the time
  // for one item, whatever the pack states.
  ItemRecord record(Ordinal item) const;
  std::string id(Ordinal item) const;
  std::string_view title(Ordinal item) const;
  std::string_view summary(Ordinal item) const;
  std::string_view language(Ordinal item) const;
  std::vector<Ordinal> themes(Ordinal item) const;
  std::vector<std::string_view> tags(Ordinal item) const;
  // Offset and length of the item's JSON document in the uncompressed stream of bodies.
  std::uint64_t body_begin(Ordinal item) const;
  std::uint32_t body_bytes(Ordinal item) const;

  // The item with this id. When `id` is an old id that redirects, the item that it redirects to.
  // Empty when `id` is not a valid id.
  std::optional<Ordinal> find(std::string_view id) const;
  // Every old id with the item that it redirects to, in byte order of the ids. Reads all ids.
  // Throws Error(limit_exceeded) when there are more than 131,072 redirects.
  std::vector<std::pair<std::string, Ordinal>> redirects() const;

  // The number of label sets. ItemRecord::label_set is below it. Items with the same labels share a
  // label set, so a filter of many items tests each label set once.
  std::uint32_t label_set_count() const;
  // Whether the label set has the language, theme or tag.
  bool set_has_language(std::uint32_t set, std::string_view language) const;
  bool set_has_theme(std::uint32_t set, Ordinal theme) const;
  bool set_has_tag(std::uint32_t set, std::string_view tag) const;

  // Reads all records, ids, texts and label sets, and compares the sections with each other. Takes
  // time in proportion to their size. Throws Error(malformed) when the ranges of the kinds, the
  // ids, or the order of the texts break the specification; limit_exceeded.
  void check() const;

 private:
  struct Texts {
    std::string_view title, summary;
  };

  const std::uint8_t* record_bytes(std::uint64_t index) const;
  // Both texts of an item, which end where those of the next item begin.
  Texts texts(Ordinal item) const;
  // The language or tag with this number in section 'name'.
  std::string_view name(std::uint64_t number) const;
  Cursor label_set(std::uint32_t set) const;
  Cursor labels(Ordinal item) const { return label_set(record(item).label_set); }
  void check_kinds() const;
  void check_ids() const;
  void check_texts() const;
  void check_labels() const;
  void check_label_set(std::uint32_t set, std::uint32_t names) const;
  // `item` itself. Throws Error(malformed) when it is not below size().
  Ordinal checked(std::uint64_t item) const;

  Section items_, texts_;
  StringList label_sets_, names_;
  StringDictionary ids_;
  std::uint32_t size_ = 0;
};

}  // namespace landkaart::inline v0
