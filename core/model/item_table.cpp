// SPDX-License-Identifier: EUPL-1.2
#include "core/model/item_table.h"

#include "landkaart/error.h"

namespace landkaart {
namespace {

[[noreturn]] void malformed(const std::string& problem) {
  throw Error(ErrorCode::malformed, "this pack breaks the format: " + problem);
}

std::uint32_t load_u32(const Section& section, std::uint64_t index) {
  return load_little_endian<std::uint32_t>(section.read(index * 4, 4).data());
}

// A text behind a table of u32 ends that follows a u32 count.
std::string_view text_behind_ends(const Section& section, std::uint64_t number) {
  const std::uint32_t count = load_u32(section, 0);
  if (number >= count) malformed("a name is not in section '" + section.name() + "'");
  const std::uint32_t begin = number == 0 ? 0 : load_u32(section, number);
  const std::uint32_t end = load_u32(section, number + 1);
  if (end < begin) malformed("section '" + section.name() + "' is out of order");
  return as_text(section.read(4 + std::uint64_t{count} * 4 + begin, end - begin));
}

}  // namespace

ItemTable::ItemTable(const Container& container)
    : items_(container.require(SectionId::items)),
      texts_(container.require(SectionId::texts)),
      label_sets_(container.require(SectionId::label_sets)),
      names_(container.require(SectionId::names)),
      ids_(container.require(SectionId::id_top), container.require(SectionId::id_pages),
           container.require(SectionId::id_blocks)),
      size_(container.header().item_count),
      label_set_count_(load_u32(label_sets_, 0)) {
  if (items_.size() != kItemHeaderBytes + (std::uint64_t{size_} + 1) * kItemRecordBytes) {
    malformed("section 'item' does not have the length for its number of items");
  }
}

OrdinalRange ItemTable::of_kind(Kind kind) const {
  const auto number = static_cast<std::uint32_t>(kind);
  const OrdinalRange range{load_u32(items_, number), load_u32(items_, number + 1)};
  if (range.begin > range.end || range.end > size_) malformed("the kinds are out of order");
  return range;
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

std::string ItemTable::id(Ordinal item) const { return ids_.key_at(record(item).id_rank); }

std::string_view ItemTable::title(Ordinal item) const {
  const std::uint32_t offset = record(item).text_offset;
  Cursor length(texts_.read(offset, std::min<std::uint64_t>(10, texts_.size() - std::min<std::uint64_t>(offset, texts_.size()))), "a title");
  const std::uint64_t bytes = length.varint();
  return as_text(texts_.read(offset + length.position(), bytes));
}

std::string_view ItemTable::summary(Ordinal item) const {
  const std::string_view title = this->title(item);
  const std::uint64_t offset =
      static_cast<std::uint64_t>(reinterpret_cast<const std::uint8_t*>(title.data()) -
                                 texts_.all().data()) +
      title.size();
  Cursor length(texts_.read(offset, std::min<std::uint64_t>(10, texts_.size() - offset)),
                "a summary");
  const std::uint64_t bytes = length.varint();
  return as_text(texts_.read(offset + length.position(), bytes));
}

std::uint64_t ItemTable::body_begin(Ordinal item) const {
  return decode_item_record(record_bytes(checked(item))).body_offset;
}

std::uint64_t ItemTable::body_end(Ordinal item) const {
  const std::uint64_t end =
      decode_item_record(record_bytes(std::uint64_t{checked(item)} + 1)).body_offset;
  if (end < body_begin(item)) malformed("a body ends before it begins");
  return end;
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
    if ((value & 1) != 0) redirects.emplace_back(walker.key(), checked(value >> 1));
  }
  return redirects;
}

LabelSet ItemTable::label_set(std::uint32_t number) const {
  const std::string_view bytes = text_behind_ends(label_sets_, number);
  Cursor cursor(as_bytes(bytes), "a set of labels");
  LabelSet labels;
  labels.language = name(cursor.varint());
  const std::uint64_t themes = cursor.varint();
  for (std::uint64_t i = 0; i < themes; ++i) labels.themes.push_back(checked(cursor.varint()));
  const std::uint64_t tags = cursor.varint();
  for (std::uint64_t i = 0; i < tags; ++i) labels.tags.push_back(name(cursor.varint()));
  return labels;
}

std::string_view ItemTable::name(std::uint64_t number) const {
  return text_behind_ends(names_, number);
}

Ordinal ItemTable::checked(std::uint64_t item) const {
  if (item >= size_) malformed("item " + std::to_string(item) + " is not there");
  return static_cast<Ordinal>(item);
}

}  // namespace landkaart
