// SPDX-License-Identifier: EUPL-1.2
// ItemRecord, the fixed-width record of an item, with the functions that encode and decode it; and
// the layout of the section 'item' that holds the records.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "core/base/bytes.h"
#include "landkaart/kind.h"

namespace landkaart::inline v0 {

inline constexpr std::uint32_t kItemRecordBytes = 32;
// The section begins with a u32 for each kind number from 0 to 15: the ordinal of the first item
// whose kind has that number or a higher one.
inline constexpr std::uint32_t kKindSlots = 16;
inline constexpr std::uint32_t kItemHeaderBytes = 4 * kKindSlots;

// The fields of an item that filters and lists need. Records are sorted by kind.
struct ItemRecord {
  Kind kind{};
  std::uint8_t purpose = 0;     // 0 when the item has no purpose
  std::uint8_t difficulty = 0;  // 0 when the item has no difficulty
  Range minutes, group_size;
  // The number of the item's label set: language, themes and tags. Items with the same labels share
  // one label set.
  std::uint32_t label_set = 0;
  std::uint32_t id_rank = 0;      // rank of the id among all ids in byte order
  std::uint32_t text_offset = 0;  // offset in section 'text' of the title; the summary follows it
  std::uint64_t body_offset = 0;  // offset of the body in the uncompressed stream of bodies
  std::uint32_t body_bytes = 0;   // length of the body
};

void append_item_record(std::string& out, const ItemRecord& record);
// Reads kItemRecordBytes bytes. Does not check the values.
ItemRecord decode_item_record(const std::uint8_t* bytes);

// A link between two items, given by their ordinals.
struct LinkRecord {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  LinkType type{};

  bool operator==(const LinkRecord&) const = default;
};

}  // namespace landkaart::inline v0
