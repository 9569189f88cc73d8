// SPDX-License-Identifier: EUPL-1.2
// The fixed-width record of an item and the sections around it, encoded and decoded in one place.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "core/base/bytes.h"
#include "landkaart/kind.h"

namespace landkaart::inline v0 {

inline constexpr std::uint32_t kItemRecordBytes = 32;
// Before the records: for each kind number 0 to 15 the ordinal where that kind begins.
inline constexpr std::uint32_t kKindSlots = 16;
inline constexpr std::uint32_t kItemHeaderBytes = 4 * kKindSlots;

// What filters and lists need of an item. Items stand in order of kind.
struct ItemRecord {
  Kind kind{};
  std::uint8_t purpose = 0;     // 0 when the item has none
  std::uint8_t difficulty = 0;  // likewise
  Range minutes, group_size;
  std::uint32_t label_set = 0;    // language, themes and tags, shared by items that have the same
  std::uint32_t id_rank = 0;      // in the id dictionary
  std::uint32_t text_offset = 0;  // of title and summary
  std::uint64_t body_offset = 0;  // in the stream of bodies
  std::uint32_t body_bytes = 0;
};

void append_item_record(std::string& out, const ItemRecord& record);
ItemRecord decode_item_record(const std::uint8_t* bytes);

struct LinkRecord {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  LinkType type{};

  bool operator==(const LinkRecord&) const = default;
};

}  // namespace landkaart::inline v0
