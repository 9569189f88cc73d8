// SPDX-License-Identifier: EUPL-1.2
// GroupedEntries, something of varying length for each item: entries one after another, with an
// offset for each group of items. And small numbers for items that stand near each other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/cursor.h"
#include "core/format/container.h"

namespace landkaart::inline v0 {

inline constexpr std::uint32_t kEntryGroup = 32;  // items

std::string encode_grouped(const std::vector<std::string>& entries);

class GroupedEntries {
 public:
  GroupedEntries() = default;  // no section, so no entries
  // Throws Error(malformed) when the section does not fit so many items.
  GroupedEntries(Section section, std::uint32_t items);

  std::uint32_t items() const { return items_; }
  static std::uint32_t first_of_group(std::uint32_t item) { return item - item % kEntryGroup; }
  // The entries from that of the first item of its group on. Throws Error(malformed).
  Cursor group_of(std::uint32_t item) const;

 private:
  Section section_;
  std::string what_;
  std::uint32_t items_ = 0;
};

// Another item as a step from this one, small for a small step in either direction.
void append_step(std::string& out, std::uint32_t from, std::uint32_t to);
// Throws Error(malformed) when there is no such item.
std::uint32_t read_step(Cursor& cursor, std::uint32_t from, std::uint32_t items);

}  // namespace landkaart::inline v0
