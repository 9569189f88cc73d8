// SPDX-License-Identifier: EUPL-1.2
// Builds the sections of an ItemTable from items in their final order.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/format/string_dictionary_builder.h"
#include "core/model/item_layout.h"

namespace landkaart::inline v0 {

struct ItemEntry {
  std::string id, title, summary, language;
  ItemRecord record;                  // kind, purpose, difficulty, ranges and body offset
  std::vector<std::uint32_t> themes;  // ordinals
  std::vector<std::string> tags;
};

struct ItemSections {
  StringDictionaryBuilder::Sections ids;
  std::string items, texts, label_sets, names;
};

// Items stand in order of kind. `redirects` leads from old ids to ordinals; `bodies_end` is the
// length of the stream of bodies. Throws Error(limit_exceeded).
ItemSections build_item_sections(const std::vector<ItemEntry>& items,
                                 const std::map<std::string, std::uint32_t>& redirects,
                                 std::uint64_t bodies_end);

}  // namespace landkaart::inline v0
