// SPDX-License-Identifier: EUPL-1.2
#include "core/model/item_table.h"

#include <algorithm>

#include "core/base/malformed.h"
#include "core/base/varint.h"
#include "core/text/names.h"
#include "core/text/utf8.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

std::uint32_t load_u32(const Section& section, std::uint64_t index) {
  return load_little_endian<std::uint32_t>(section.read(index * 4, 4).data());
}

constexpr std::uint64_t kLongestVarint = 10;  // bytes of an encoded 64-bit number

// Reads the text at `offset`, which is stored after its length as a varint, and moves `offset` to
// its end. `part` names the text in an error: "a title". Does not check the bytes of the text.
std::string_view read_text(const Section& section, std::uint64_t& offset, std::string_view part,
                           std::uint32_t most) {
  const std::uint64_t left = section.size() - std::min(offset, section.size());
  Cursor length(section.read(offset, std::min(kLongestVarint, left)), part);
  const std::uint64_t bytes = length.varint();
  if (bytes > most) beyond_limit(part, most, "bytes");
  const Bytes text = section.read(offset + length.position(), bytes);
  offset += length.position() + bytes;
  return as_text(text);
}

// The three parts of a label set, in the order in which they are stored.
std::uint64_t read_language(Cursor& cursor) { return cursor.varint(); }

std::uint64_t read_theme_count(Cursor& cursor) {
  const std::uint64_t count = cursor.varint();
  if (count > limits::kThemes) beyond_limit("an item", limits::kThemes, "themes");
  return count;
}

std::uint64_t read_tag_count(Cursor& cursor) {
  const std::uint64_t count = cursor.varint();
  if (count > limits::kTags) beyond_limit("an item", limits::kTags, "tags");
  return count;
}

// Moves the cursor from the beginning of a label set to its tags.
void skip_to_tags(Cursor& cursor) {
  read_language(cursor);
  for (std::uint64_t left = read_theme_count(cursor); left > 0; --left) cursor.varint();
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
  checked_id(id);
  return id;
}

ItemTable::Texts ItemTable::texts(Ordinal item) const {
  std::uint64_t offset = record(item).text_offset;
  Texts texts;
  texts.title = read_text(texts_, offset, "a title", limits::kTitleBytes);
  texts.summary = read_text(texts_, offset, "a summary", limits::kSummaryBytes);
  const bool is_last = item + 1 == size_;
  const std::uint64_t end =
      is_last ? texts_.size() : decode_item_record(record_bytes(item + 1)).text_offset;
  if (offset != end) malformed("a summary does not end where the next title begins");
  return texts;
}

std::string_view ItemTable::title(Ordinal item) const { return checked_label(texts(item).title); }

std::string_view ItemTable::summary(Ordinal item) const {
  return checked_label(texts(item).summary);
}

std::uint64_t ItemTable::body_begin(Ordinal item) const {
  return decode_item_record(record_bytes(checked(item))).body_offset;
}

std::uint32_t ItemTable::body_bytes(Ordinal item) const {
  return decode_item_record(record_bytes(checked(item))).body_bytes;
}

std::optional<Ordinal> ItemTable::find(std::string_view id) const {
  if (!is_valid_id(id)) return std::nullopt;
  const auto value = ids_.find(id);
  if (!value) return std::nullopt;
  return checked(Cursor(*value, "an id").varint() >> 1);
}

std::vector<std::pair<std::string, Ordinal>> ItemTable::redirects() const {
  std::vector<std::pair<std::string, Ordinal>> redirects;
  for (auto walker = ids_.walk(); !walker.at_end(); walker.next()) {
    const std::uint64_t value = Cursor(walker.value(), "an id").varint();
    if ((value & 1) == 0) continue;
    if (redirects.size() == limits::kRedirects) {
      beyond_limit("the pack", limits::kRedirects, "redirects");
    }
    redirects.emplace_back(checked_id(walker.key()), checked(value >> 1));
  }
  return redirects;
}

std::uint32_t ItemTable::label_set_count() const { return label_sets_.size(); }

Cursor ItemTable::label_set(std::uint32_t set) const {
  return {as_bytes(label_sets_.at(set)), "a set of labels"};
}

std::string_view ItemTable::language(Ordinal item) const {
  Cursor cursor = labels(item);
  return name(read_language(cursor));
}

std::vector<Ordinal> ItemTable::themes(Ordinal item) const {
  Cursor cursor = labels(item);
  read_language(cursor);
  std::vector<Ordinal> themes;
  for (std::uint64_t left = read_theme_count(cursor); left > 0; --left) {
    themes.push_back(checked(cursor.varint()));
  }
  return themes;
}

std::vector<std::string_view> ItemTable::tags(Ordinal item) const {
  Cursor cursor = labels(item);
  skip_to_tags(cursor);
  std::vector<std::string_view> tags;
  for (std::uint64_t left = read_tag_count(cursor); left > 0; --left) {
    tags.push_back(name(cursor.varint()));
  }
  return tags;
}

// The next three compare the stored bytes without checking that they are UTF-8.
bool ItemTable::set_has_language(std::uint32_t set, std::string_view language) const {
  Cursor cursor = label_set(set);
  return names_.at(read_language(cursor)) == language;
}

bool ItemTable::set_has_theme(std::uint32_t set, Ordinal theme) const {
  Cursor cursor = label_set(set);
  read_language(cursor);
  bool found = false;
  for (std::uint64_t left = read_theme_count(cursor); left > 0; --left) {
    found |= cursor.varint() == theme;
  }
  return found;
}

bool ItemTable::set_has_tag(std::uint32_t set, std::string_view tag) const {
  Cursor cursor = label_set(set);
  skip_to_tags(cursor);
  for (std::uint64_t left = read_tag_count(cursor); left > 0; --left) {
    if (names_.at(cursor.varint()) == tag) return true;
  }
  return false;
}

void ItemTable::check_label_set(std::uint32_t set, std::uint32_t names) const {
  Cursor cursor = label_set(set);
  const auto check_name = [&](std::uint64_t number) {
    if (number >= names) cursor.fail("has a language or tag that is missing from section 'name'");
  };
  check_name(read_language(cursor));
  for (std::uint64_t left = read_theme_count(cursor); left > 0; --left) checked(cursor.varint());
  for (std::uint64_t left = read_tag_count(cursor); left > 0; --left) check_name(cursor.varint());
  if (!cursor.at_end()) cursor.fail("has bytes after its tags");
}

std::string_view ItemTable::name(std::uint64_t number) const {
  const std::string_view text = names_.at(number);
  if (text.size() > limits::kLabelBytes) {
    beyond_limit("a language or tag", limits::kLabelBytes, "bytes");
  }
  return checked_label(text);
}

Ordinal ItemTable::checked(std::uint64_t item) const {
  if (item >= size_) {
    malformed("item " + std::to_string(item) + " does not exist, because the pack has " +
              std::to_string(size_) + " items");
  }
  return static_cast<Ordinal>(item);
}

}  // namespace landkaart::inline v0
