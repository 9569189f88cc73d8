// SPDX-License-Identifier: EUPL-1.2
#include "core/model/item_table_builder.h"

#include <algorithm>
#include <tuple>

#include "core/base/varint.h"
#include "core/text/names.h"
#include "core/text/utf8.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

// Numbers different strings from 0, in the order of their first use.
class StringTable {
 public:
  // The number of `text`, which is added when it is new.
  std::uint32_t number_of(const std::string& text) {
    const auto [entry, added] =
        numbers_.try_emplace(text, static_cast<std::uint32_t>(texts_.size()));
    if (added) texts_.push_back(text);
    return entry->second;
  }

  // A u32 count, for each string a u32 with the offset of its end, then the strings.
  std::string encode() const {
    std::string out;
    append_little_endian(out, static_cast<std::uint32_t>(texts_.size()));
    std::uint32_t end = 0;
    for (const std::string& text : texts_) {
      end += static_cast<std::uint32_t>(text.size());
      append_little_endian(out, end);
    }
    for (const std::string& text : texts_) out += text;
    return out;
  }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> texts_;
};

std::string encode_labels(const ItemEntry& item, StringTable& names) {
  std::string out;
  append_varint(out, names.number_of(item.language));
  append_varint(out, item.themes.size());
  for (const std::uint32_t theme : item.themes) append_varint(out, theme);
  append_varint(out, item.tags.size());
  for (const std::string& tag : item.tags) append_varint(out, names.number_of(tag));
  return out;
}

// For each kind number from 0 to 15 the ordinal where that kind begins; see kKindSlots.
std::string kind_starts(const std::vector<ItemEntry>& items) {
  std::string out;
  for (std::uint32_t kind = 0; kind < kKindSlots; ++kind) {
    const auto first = std::ranges::find_if(items, [&](const ItemEntry& item) {
      return static_cast<std::uint32_t>(item.record.kind) >= kind;
    });
    append_little_endian(out, static_cast<std::uint32_t>(first - items.begin()));
  }
  return out;
}

// The value of each id in the id dictionary: 2 * ordinal for the id of an item, 2 * ordinal + 1 for
// an old id that redirects to the item.
std::map<std::string, std::uint64_t> id_values(
    const std::vector<ItemEntry>& items, const std::map<std::string, std::uint32_t>& redirects) {
  std::map<std::string, std::uint64_t> values;
  for (std::uint64_t i = 0; i < items.size(); ++i) values[items[i].id] = i * 2;
  for (const auto& [id, item] : redirects) values[id] = std::uint64_t{item} * 2 + 1;
  return values;
}

std::uint32_t checked_offset(std::size_t offset) {
  if (offset > 0xffffffffu) {
    throw Error(ErrorCode::limit_exceeded,
                "all titles and summaries together are larger than 4 GiB: shorten the summaries");
  }
  return static_cast<std::uint32_t>(offset);
}

[[noreturn]] void too_many(const std::string& owner, std::size_t count, std::uint32_t most,
                           const std::string& things) {
  throw Error(ErrorCode::limit_exceeded, owner + " has " + std::to_string(count) + " " + things +
                                             "; at most " + std::to_string(most) +
                                             " are allowed: remove some");
}

// Refuses a text that a reader would refuse.
void check_text(const ItemEntry& item, std::string_view text, std::uint32_t most) {
  if (!is_valid_utf8(text) || has_control_character(text)) {
    throw Error(ErrorCode::invalid_argument,
                "item \"" + item.id +
                    "\" has a control character, or a letter that is not UTF-8, in its title, "
                    "summary, language or tags: remove it");
  }
  if (text.size() > most) {
    throw Error(ErrorCode::limit_exceeded,
                "item \"" + item.id + "\" has a text of " + std::to_string(text.size()) +
                    " bytes; at most " + std::to_string(most) + " are allowed here: shorten \"" +
                    std::string(utf8_prefix(text, 40)) + "\"");
  }
}

void check_limits(const ItemEntry& item) {
  if (!is_valid_id(item.id)) {
    throw Error(ErrorCode::invalid_argument,
                "\"" + item.id + "\" is not an id: ids are 1 to 128 of a-z, 0-9 and -");
  }
  check_text(item, item.title, limits::kTitleBytes);
  check_text(item, item.summary, limits::kSummaryBytes);
  check_text(item, item.language, limits::kLabelBytes);
  for (const std::string& tag : item.tags) check_text(item, tag, limits::kLabelBytes);
  const std::string owner = "item \"" + item.id + "\"";
  if (item.themes.size() > limits::kThemes) {
    too_many(owner, item.themes.size(), limits::kThemes, "themes");
  }
  if (item.tags.size() > limits::kTags) too_many(owner, item.tags.size(), limits::kTags, "tags");
}

}  // namespace

ItemSections build_item_sections(const std::vector<ItemEntry>& items,
                                 const std::map<std::string, std::uint32_t>& redirects,
                                 std::uint64_t bodies_end) {
  if (items.size() > limits::kItems) too_many("the pack", items.size(), limits::kItems, "items");
  if (redirects.size() > limits::kRedirects) {
    too_many("the pack", redirects.size(), limits::kRedirects, "redirects");
  }
  for (const ItemEntry& item : items) check_limits(item);
  ItemSections sections;
  StringDictionaryBuilder ids;
  std::vector<std::uint32_t> ranks(items.size());
  std::uint32_t rank = 0;
  for (const auto& [id, value] : id_values(items, redirects)) {
    std::string encoded;
    append_varint(encoded, value);
    ids.add(id, encoded);
    if ((value & 1) == 0) ranks[value >> 1] = rank;
    ++rank;
  }
  sections.ids = ids.finish();
  StringTable label_sets;
  StringTable names;
  sections.items = kind_starts(items);
  for (std::size_t i = 0; i < items.size(); ++i) {
    ItemRecord record = items[i].record;
    record.label_set = label_sets.number_of(encode_labels(items[i], names));
    record.id_rank = ranks[i];
    record.text_offset = checked_offset(sections.texts.size());
    append_text(sections.texts, items[i].title);
    append_text(sections.texts, items[i].summary);
    append_item_record(sections.items, record);
  }
  ItemRecord end;  // a last record, whose only meaningful field is where the bodies end
  end.body_offset = bodies_end;
  append_item_record(sections.items, end);
  sections.label_sets = label_sets.encode();
  sections.names = names.encode();
  return sections;
}

}  // namespace landkaart::inline v0
