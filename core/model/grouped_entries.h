// SPDX-License-Identifier: EUPL-1.2
// GroupedEntries, a section with one entry of varying length for each item. The entries are written
// one after another, and a table holds the offset of the first entry of each group of 32 items.
// append_step and read_step write the number of an item as its distance from another item.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/cursor.h"
#include "core/format/container.h"

namespace landkaart::inline v0 {

inline constexpr std::uint32_t kEntryGroup = 32;  // items

// The bytes of a section with the encoded entry of each item, in order of ordinal.
std::string encode_grouped(const std::vector<std::string>& entries);

class GroupedEntries {
 public:
  GroupedEntries() = default;  // for a pack without the section; items() is 0
  // Throws Error(malformed) when the section is too short for the offsets of `items` items.
  GroupedEntries(Section section, std::uint32_t items);

  std::uint32_t items() const { return items_; }
  static std::uint32_t first_of_group(std::uint32_t item) { return item - item % kEntryGroup; }
  // A cursor at the entry of first_of_group(item). The caller decodes and skips the entries before
  // that of `item`, because only groups have an offset. Requires item < items(). Throws
  // Error(malformed).
  Cursor group_of(std::uint32_t item) const;

  // Calls read(cursor, item) for each item in order. `read` must read the entry of the item. Throws
  // Error(malformed) when the entries do not fill the section without gaps.
  template <typename Read>
  void visit_all(const Read& read) const {
    check_ends();
    for (std::uint32_t first = 0; first < items_; first += kEntryGroup) {
      Cursor cursor = group_of(first);
      const std::uint32_t end = std::min(items_, first + kEntryGroup);
      for (std::uint32_t item = first; item < end; ++item) read(cursor, item);
      if (!cursor.at_end()) cursor.fail("has bytes after the entries of a group of items");
    }
  }

 private:
  // Throws Error(malformed) unless the groups begin at offset 0 and end where the section ends.
  void check_ends() const;

  Section section_;
  std::string section_label_;  // for error messages: "section 'link'"
  std::uint32_t items_ = 0;
};

// Appends item `to` as its signed distance from item `from`. The distance d is stored as a varint
// in zigzag order (0, -1, 1, -2, 2, ...), so that items near each other take one byte: 2d when d is
// 0 or more, and -2d - 1 when d is negative.
void append_step(std::string& out, std::uint32_t from, std::uint32_t to);
// Reads the item that append_step wrote. Throws Error(malformed) when it is not below `items`.
std::uint32_t read_step(Cursor& cursor, std::uint32_t from, std::uint32_t items);

}  // namespace landkaart::inline v0
