// SPDX-License-Identifier: EUPL-1.2
// Changes of records, texts, labels, links and related items.
#include <algorithm>

#include "core/base/bytes.h"
#include "core/base/cursor.h"
#include "core/model/item_layout.h"
#include "tests/hostile/mutate.h"

namespace landkaart::testing {
namespace {

struct Field {
  std::size_t at, bytes;
};

// The fields of an item record. The last two are parts of one u64: the offset of the document in
// the bodies, and its length.
constexpr Field kRecordFields[] = {{0, 1},  {1, 1},  {4, 2},  {6, 2},  {8, 2}, {10, 2},
                                   {12, 4}, {16, 4}, {20, 4}, {24, 5}, {29, 3}};

std::string little_endian(std::uint64_t value, std::size_t bytes) {
  std::string out;
  append_little_endian(out, value);
  return out.substr(0, bytes);
}

std::size_t items_in(const std::string& records) {
  return records.size() < kItemHeaderBytes + kItemRecordBytes
             ? 0
             : (records.size() - kItemHeaderBytes) / kItemRecordBytes - 1;
}

std::string step(std::uint64_t item, std::uint64_t other) {
  return varint_of(other >= item ? 2 * (other - item) : 2 * (item - other) - 1);
}

// The strings of section 'name' or 'labl'. Throws Error.
std::vector<std::string> read_strings(std::string_view content) {
  Cursor cursor(as_bytes(content), "a list of strings");
  const std::uint32_t count = cursor.u32();
  if (count > content.size() / 4) cursor.fail("has too many strings");
  std::vector<std::uint32_t> ends;
  for (std::uint32_t i = 0; i < count; ++i) ends.push_back(cursor.u32());
  std::vector<std::string> strings;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : ends) {
    if (end < begin) cursor.fail("is out of order");
    strings.emplace_back(as_text(cursor.read(end - begin)));
    begin = end;
  }
  return strings;
}

std::string encode_strings(const std::vector<std::string>& strings) {
  std::string out, content;
  append_little_endian(out, static_cast<std::uint32_t>(strings.size()));
  for (const std::string& each : strings) {
    content += each;
    append_little_endian(out, static_cast<std::uint32_t>(content.size()));
  }
  return out + content;
}

std::string hostile_string(SectionId id, MutationDice& dice) {
  if (id == SectionId::label_sets) {
    return varint_of(dice.one_of({0u, 1u, dice.extreme()})) +
           varint_of(dice.one_of({0u, 1u, 3u, 50u, 64u, 65u})) + dice.bytes(60);
  }
  using namespace std::string_literals;
  return dice.one_of(
      {""s, "\xff"s, "<b>"s, std::string(257, 'x'), std::string(100'000, 'x'), "\u00e9\u00e9\0"s});
}

}  // namespace

void mutate_records(PackParts& parts, MutationDice& dice) {
  std::string records(parts.stored(SectionId::items));
  const std::size_t items = items_in(records);
  if (items == 0) return;
  const std::size_t at = kItemHeaderBytes + kItemRecordBytes * dice.below(items + 1);
  if (dice.one_in(7)) {
    put_u32(records, 4 * dice.below(kKindSlots), dice.extreme());
  } else if (dice.one_in(10)) {
    const std::size_t other = kItemHeaderBytes + kItemRecordBytes * dice.below(items);
    overwrite(records, at, records.substr(other, kItemRecordBytes));
  } else {
    const Field field = dice.one_of(kRecordFields);
    const std::uint32_t old = get_u32(records, at + field.at);
    const std::uint64_t value = field.bytes == 4 && dice.one_in(2)
                                    ? old + dice.one_of({std::uint64_t{1}, ~std::uint64_t{0},
                                                         std::uint64_t{2}, std::uint64_t{100}})
                                    : dice.extreme();
    overwrite(records, at + field.at, little_endian(value, field.bytes));
  }
  parts.set(SectionId::items, std::move(records));
}

void mutate_texts(PackParts& parts, MutationDice& dice) {
  std::string texts(parts.stored(SectionId::texts));
  const std::string records(parts.stored(SectionId::items));
  const std::size_t items = items_in(records);
  if (items == 0 || texts.empty()) return;
  const std::size_t record = kItemHeaderBytes + kItemRecordBytes * dice.below(items);
  const std::size_t at = get_u32(records, record + 20);
  if (at >= texts.size()) return;
  Cursor cursor(as_bytes(texts).subspan(at), "a text");
  const std::uint64_t length = cursor.varint();
  std::string changed;
  switch (dice.below(4)) {
    case 0: changed = dice.extreme_varint(); break;
    case 1:
      changed = varint_of(length) +
                dice.one_of({std::string("\xff\xfe"), std::string(1, '\0'),
                             std::string("</script><svg onload=1>"), std::string("\u202e\x1b[2J")});
      break;
    case 2: changed = varint_of(texts.size() - at); break;
    default: changed = varint_of(length + dice.one_of({1, -1, 7}));
  }
  if (dice.one_in(2)) {
    overwrite(texts, at, changed);
  } else {
    texts.replace(at, cursor.position(), changed);
  }
  parts.set(SectionId::texts, std::move(texts));
}

void mutate_strings(PackParts& parts, MutationDice& dice) {
  const SectionId id = dice.one_of({SectionId::label_sets, SectionId::names});
  std::string content(parts.stored(id));
  std::vector<std::string> strings = read_strings(content);
  if (strings.empty()) return;
  const auto count = static_cast<std::uint32_t>(strings.size());
  switch (dice.below(4)) {
    case 0: put_u32(content, 0, dice.one_of({0u, 1u, count - 1, count + 1, dice.extreme()})); break;
    case 1: put_u32(content, 4 + 4 * dice.below(count), dice.extreme()); break;
    case 2: {
      const std::size_t changed = dice.below(count);
      strings[changed] = hostile_string(id, dice);
      if (dice.one_in(3)) strings.insert(strings.end(), dice.one_of({1, 100}), strings[changed]);
      content = encode_strings(strings);
      break;
    }
    default: {
      const std::size_t begin = 4 + std::size_t{4} * count;
      overwrite(content, begin + dice.below(content.size() - begin), dice.extreme_varint());
    }
  }
  parts.set(id, std::move(content));
}

void mutate_grouped(PackParts& parts, MutationDice& dice) {
  const SectionId id = dice.one_of({SectionId::links, SectionId::links, SectionId::related});
  std::string content(parts.stored(id));
  const std::size_t groups = (std::size_t{parts.items} + 31) / 32;
  const std::size_t begin = 4 * (groups + 1);
  if (parts.items > content.size() || content.size() <= begin) return;
  const auto end = static_cast<std::uint32_t>(content.size() - begin);
  switch (dice.below(5)) {
    case 0:
      put_u32(content, 4 * dice.below(groups + 1), dice.one_of({0u, end, end - 1, dice.extreme()}));
      break;
    case 1: {
      const std::string varint = dice.extreme_varint();
      content.replace(begin + dice.below(end), dice.one_of({std::size_t{1}, varint.size()}),
                      varint);
      break;
    }
    case 2:
      content[begin + dice.below(end)] =
          static_cast<char>(dice.one_of({0, 1, 2, 11, 12, 17, 127, 128, 255}));
      break;
    case 3: {  // the first item gets very many links
      const std::uint32_t many = dice.one_of({17u, 100u, 1025u, 5000u, 16'385u});
      std::string entry = varint_of(1) + varint_of(1 + dice.below(11)) + varint_of(many);
      const std::string one = step(0, dice.below(parts.items));
      for (std::uint32_t i = 0; i < many; ++i) entry += one;
      entry += varint_of(0);
      content.insert(begin, entry);
      for (std::size_t group = 1; group <= groups; ++group) {
        put_u32(content, 4 * group,
                get_u32(content, 4 * group) + static_cast<std::uint32_t>(entry.size()));
      }
      break;
    }
    default:
      for (std::size_t group = 0; group <= groups; ++group) {
        put_u32(content, 4 * group, get_u32(content, 4 * dice.below(groups + 1)));
      }
  }
  parts.set(id, std::move(content));
}

}  // namespace landkaart::testing
