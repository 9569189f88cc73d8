// SPDX-License-Identifier: EUPL-1.2
#include "core/model/grouped_entries.h"

#include <cassert>

#include "core/base/malformed.h"
#include "core/base/varint.h"

namespace landkaart::inline v0 {
namespace {

// The size in bytes of the table of offsets: a u32 for each group, and one for the end of the last.
std::uint64_t offsets_length(std::uint32_t items) {
  return 4 * ((std::uint64_t{items} + kEntryGroup - 1) / kEntryGroup + 1);
}

}  // namespace

std::string encode_grouped(const std::vector<std::string>& entries) {
  std::string offsets, content;
  for (std::size_t item = 0; item < entries.size(); ++item) {
    if (item % kEntryGroup == 0) {
      append_little_endian(offsets, static_cast<std::uint32_t>(content.size()));
    }
    content += entries[item];
  }
  append_little_endian(offsets, static_cast<std::uint32_t>(content.size()));
  return offsets + content;
}

GroupedEntries::GroupedEntries(Section section, std::uint32_t items)
    : section_(section), section_label_("section '" + section.name() + "'"), items_(items) {
  if (section_.size() < offsets_length(items_)) {
    malformed(section_label_ + " is too short");
  }
}

Cursor GroupedEntries::group_of(std::uint32_t item) const {
  assert(item < items_);
  const std::uint64_t group = item / kEntryGroup;
  const Bytes ends = section_.read(4 * group, 8);
  const auto begin = load_little_endian<std::uint32_t>(ends.data());
  const auto end = load_little_endian<std::uint32_t>(ends.data() + 4);
  if (begin > end) {
    malformed(section_label_ + " has offsets out of order");
  }
  return Cursor(section_.read(offsets_length(items_) + begin, end - begin), section_label_);
}

void GroupedEntries::check_ends() const {
  if (items_ == 0) return;
  const std::uint64_t table = offsets_length(items_);
  const auto begin = load_little_endian<std::uint32_t>(section_.read(0, 4).data());
  const auto end = load_little_endian<std::uint32_t>(section_.read(table - 4, 4).data());
  if (begin != 0 || end != section_.size() - table) {
    malformed(section_label_ + " has bytes that belong to no item");
  }
}

void append_step(std::string& out, std::uint32_t from, std::uint32_t to) {
  append_varint(out,
                to >= from ? std::uint64_t{to - from} << 1 : (std::uint64_t{from - to} << 1) - 1);
}

std::uint32_t read_step(Cursor& cursor, std::uint32_t from, std::uint32_t items) {
  const std::uint64_t step = cursor.varint();
  const std::uint64_t distance = (step >> 1) + (step & 1);
  const std::uint64_t to = (step & 1) == 0 ? from + distance : from - distance;
  // `to` may have wrapped around; the first condition rejects distances that are large enough to
  // wrap back to a valid item.
  if (distance > items || to >= items) cursor.fail("refers to an item that does not exist");
  return static_cast<std::uint32_t>(to);
}

}  // namespace landkaart::inline v0
