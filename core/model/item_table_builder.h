// SPDX-License-Identifier: EUPL-1.2
// build_item_sections writes the sections that an ItemTable reads.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/format/string_dictionary_builder.h"
#include "core/model/item_layout.h"

namespace landkaart::inline v0 {

struct ItemEntry {
  std::string id, title, summary, language;
  // The caller sets kind, purpose, difficulty, minutes, group size, and offset and length of the
  // body. build_item_sections sets label set, rank of the id and offset of the text.
  ItemRecord record;
  std::vector<std::uint32_t> themes;  // ordinals of the themes
  std::vector<std::string> tags;
};

struct ItemSections {
  StringDictionaryBuilder::Sections ids;
  std::string items, texts, label_sets, names;
};

// Requires that `items` is sorted by kind; the position of an item becomes its ordinal. `redirects`
// maps old ids to ordinals. `bodies_end` is the length of the uncompressed stream of bodies. Throws
// Error: limit_exceeded; invalid_argument for an id or text that a reader refuses.
ItemSections build_item_sections(const std::vector<ItemEntry>& items,
                                 const std::map<std::string, std::uint32_t>& redirects,
                                 std::uint64_t bodies_end);

}  // namespace landkaart::inline v0
