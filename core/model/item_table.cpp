// SPDX-License-Identifier: EUPL-1.2
#include "core/model/item_table.h"

#include <algorithm>

#include "core/base/malformed.h"
#include "core/base/varint.h"
#include "core/text/utf8.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

std::uint32_t load_u32(const Section& section, std::uint64_t index) {
  return load_little_endian<std::uint32_t>(section.read(index * 4, 4).data());
}

// Entry `number` of a section that StringTable::encode wrote: a u32 count, a u32 end for each
// entry, then the entries one after another.
std::string_view entry_at(const Section& section, std::uint64_t number) {
  const std::uint32_t count = load_u32(section, 0);
  if (number >= count) {
    malformed("an item refers to entry " + std::to_string(number) + " of section '" +
              section.name() + "', which has " + std::to_string(count) + " entries");
  }
  const std::uint32_t begin = number == 0 ? 0 : load_u32(section, number);
  const std::uint32_t end = load_u32(section, number + 1);
  if (end < begin) malformed("section '" + section.name() + "' has offsets out of order");
  return as_text(section.read(4 + std::uint64_t{count} * 4 + begin, end - begin));
}

constexpr std::uint64_t kLongestVarint = 10;  // bytes of an encoded 64-bit number

// The text at `offset`, which is stored after its length as a varint.
std::string_view text_at(const Section& section, std::uint64_t offset) {
  const std::uint64_t left = section.size() - std::min(offset, section.size());
  Cursor length(section.read(offset, std::min(kLongestVarint, left)), "a title or summary");
  const std::uint64_t bytes = length.varint();
  return checked_utf8(as_text(section.read(offset + length.position(), bytes)));
}

}  // namespace

ItemTable::ItemTable(const Container& container)
    : items_(container.require(SectionId::items)),
      texts_(container.require(SectionId::texts)),
      label_sets_(container.require(SectionId::label_sets)),
      names_(container.require(SectionId::names)),
      ids_(container.require(SectionId::id_top), container.require(SectionId::id_pages),
           container.require(SectionId::id_blocks), limits::kIdBytes),
      size_(container.header().item_count) {
  if (items_.size() != kItemHeaderBytes + (std::uint64_t{size_} + 1) * kItemRecordBytes) {
    malformed("section 'item' has the wrong length for " + std::to_string(size_) + " items");
  }
}

OrdinalRange ItemTable::of_kind(Kind kind) const {
  const auto number = static_cast<std::uint32_t>(kind);
  const OrdinalRange range{load_u32(items_, number), load_u32(items_, number + 1)};
  if (range.begin > range.end || range.end > size_) {
    malformed("the ordinals where kinds begin are out of order in section 'item'");
  }
  return range;
}

bool ItemTable::has_several_kinds() const {
  return size_ > 0 && of_kind(record(0).kind).end < size_;
}

const std::uint8_t* ItemTable::record_bytes(std::uint64_t index) const {
  return items_.read(kItemHeaderBytes + index * kItemRecordBytes, kItemRecordBytes).data();
}

ItemRecord ItemTable::record(Ordinal item) const {
  const ItemRecord record = decode_item_record(record_bytes(checked(item)));
  if (landkaart::name(record.kind).empty() || record.purpose > kPurposes ||
      record.difficulty > static_cast<std::uint8_t>(Difficulty::experienced)) {
    malformed("an item has an unknown kind, purpose or difficulty");
  }
  return record;
}

std::string ItemTable::id(Ordinal item) const {
  std::string id = ids_.key_at(record(item).id_rank);
  checked_utf8(id);
  return id;
}

std::string_view ItemTable::title(Ordinal item) const {
  const std::uint32_t offset = record(item).text_offset;
  return text_at(texts_, offset);
}

std::string_view ItemTable::summary(Ordinal item) const {
  const std::uint64_t offset = record(item).text_offset;
  const std::uint64_t title_bytes = title(item).size();
  return text_at(texts_, offset + varint_bytes(title_bytes) + title_bytes);
}

std::uint64_t ItemTable::body_begin(Ordinal item) const {
  return decode_item_record(record_bytes(checked(item))).body_offset;
}

std::uint32_t ItemTable::body_bytes(Ordinal item) const {
  return decode_item_record(record_bytes(checked(item))).body_bytes;
}

std::optional<Ordinal> ItemTable::find(std::string_view id) const {
  const auto value = ids_.find(id);
  if (!value) return std::nullopt;
  return checked(Cursor(*value, "an id").varint() >> 1);
}

std::vector<std::pair<std::string, Ordinal>> ItemTable::redirects() const {
  std::vector<std::pair<std::string, Ordinal>> redirects;
  for (auto walker = ids_.walk(); !walker.at_end(); walker.next()) {
    const std::uint64_t value = Cursor(walker.value(), "an id").varint();
    if ((value & 1) != 0) redirects.emplace_back(checked_utf8(walker.key()), checked(value >> 1));
  }
  return redirects;
}

Cursor ItemTable::label_cursor(Ordinal item) const {
  return {as_bytes(entry_at(label_sets_, record(item).label_set)), "a set of labels"};
}

LabelSet ItemTable::labels(Ordinal item) const {
  Cursor cursor = label_cursor(item);
  LabelSet labels;
  labels.language = name(cursor.varint());
  const std::uint64_t themes = cursor.varint();
  for (std::uint64_t i = 0; i < themes; ++i) labels.themes.push_back(checked(cursor.varint()));
  const std::uint64_t tags = cursor.varint();
  for (std::uint64_t i = 0; i < tags; ++i) labels.tags.push_back(name(cursor.varint()));
  return labels;
}

bool ItemTable::has_theme(Ordinal item, Ordinal theme) const {
  Cursor cursor = label_cursor(item);
  cursor.varint();  // language
  bool found = false;
  for (std::uint64_t left = cursor.varint(); left > 0; --left) found |= cursor.varint() == theme;
  return found;
}

bool ItemTable::has_tag(Ordinal item, std::string_view tag) const {
  Cursor cursor = label_cursor(item);
  cursor.varint();  // language
  for (std::uint64_t left = cursor.varint(); left > 0; --left) cursor.varint();
  for (std::uint64_t left = cursor.varint(); left > 0; --left) {
    if (name(cursor.varint()) == tag) return true;
  }
  return false;
}

std::string_view ItemTable::name(std::uint64_t number) const {
  return checked_utf8(entry_at(names_, number));
}

Ordinal ItemTable::checked(std::uint64_t item) const {
  if (item >= size_) {
    malformed("item " + std::to_string(item) + " does not exist, because the pack has " +
              std::to_string(size_) + " items");
  }
  return static_cast<Ordinal>(item);
}

}  // namespace landkaart::inline v0
