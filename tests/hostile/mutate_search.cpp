// SPDX-License-Identifier: EUPL-1.2
// Changes of dictionaries, of the values of words, of postings and of the search header.
#include <algorithm>

#include "core/base/bytes.h"
#include "core/base/cursor.h"
#include "core/format/string_dictionary_layout.h"
#include "tests/hostile/mutate.h"

namespace landkaart::testing {
namespace {

struct DictionarySections {
  SectionId top, pages, blocks;
};

constexpr DictionarySections kIds = {SectionId::id_top, SectionId::id_pages, SectionId::id_blocks};
constexpr DictionarySections kWords = {SectionId::term_top, SectionId::term_pages,
                                       SectionId::term_blocks};
constexpr DictionarySections kTitles = {SectionId::title_top, SectionId::title_pages,
                                        SectionId::title_blocks};
constexpr DictionarySections kAssets = {SectionId::asset_top, SectionId::asset_pages,
                                        SectionId::asset_blocks};

// The dictionary of words is chosen twice as often as the others.
DictionarySections dictionary_of(MutationDice& dice) {
  return dice.one_of({kIds, kWords, kWords, kTitles, kAssets});
}

struct Entry {
  std::string key, value;
};

// The entries of all blocks in the order of the file. A block begins where the shared length is 0,
// so the index is not needed. Throws Error.
std::vector<Entry> read_entries(std::string_view blocks) {
  Cursor cursor(as_bytes(blocks), "the blocks of a dictionary");
  std::vector<Entry> entries;
  std::string key;
  while (!cursor.at_end()) {
    const std::uint8_t lengths = cursor.u8();
    std::uint64_t shared = lengths & kLengthEscape, rest = lengths >> 4;
    if (shared == kLengthEscape) shared += cursor.varint();
    if (rest == kLengthEscape) rest += cursor.varint();
    const std::uint64_t value = cursor.varint();
    if (shared > key.size()) cursor.fail("share too many bytes");
    key.resize(static_cast<std::size_t>(shared));
    key += as_text(cursor.read(rest));
    entries.push_back({key, std::string(as_text(cursor.read(value)))});
  }
  return entries;
}

// Writes a dictionary that need not be sorted, with any number of entries in a block and of keys in
// a page, and with any number as the number of entries that its top states.
void write_entries(PackParts& parts, const DictionarySections& sections,
                   const std::vector<Entry>& entries, std::size_t page_keys,
                   std::size_t block_entries, std::uint32_t stated) {
  std::string blocks, pages;
  std::vector<KeyTableEntry> firsts, tops;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool begins = i % block_entries == 0;
    if (begins) firsts.push_back({entries[i].key, static_cast<std::uint32_t>(blocks.size())});
    append_dictionary_entry(blocks, begins ? std::string_view() : entries[i - 1].key,
                            entries[i].key, entries[i].value);
  }
  for (std::size_t begin = 0; begin < firsts.size(); begin += page_keys) {
    const std::size_t end = std::min(begin + page_keys, firsts.size());
    const std::vector<KeyTableEntry> page(firsts.begin() + static_cast<std::ptrdiff_t>(begin),
                                          firsts.begin() + static_cast<std::ptrdiff_t>(end));
    tops.push_back({page.front().key, static_cast<std::uint32_t>(pages.size())});
    pages += encode_key_table(
        page, end < firsts.size() ? firsts[end].offset : static_cast<std::uint32_t>(blocks.size()));
  }
  std::string top;
  append_little_endian(top, stated);
  append_little_endian(top, static_cast<std::uint32_t>(page_keys));
  top += encode_key_table(tops, static_cast<std::uint32_t>(pages.size()));
  parts.set(sections.top, std::move(top));
  parts.set(sections.pages, std::move(pages));
  parts.set(sections.blocks, std::move(blocks));
}

void mutate_entry(Entry& entry, const std::vector<Entry>& all, MutationDice& dice) {
  const std::size_t at = dice.below(entry.value.size());
  switch (dice.below(9)) {
    case 0: entry.value.clear(); break;
    case 1: entry.value.replace(0, 1, dice.extreme_varint()); break;
    case 2:
      entry.key = dice.one_of({std::string(), std::string("\xff\xff"), entry.key + "x",
                               entry.key.substr(0, entry.key.size() / 2), std::string(110, 's')});
      break;
    case 3: entry = dice.one_of(all); break;
    case 4: entry.value += dice.bytes(dice.one_of({1, 10})); break;
    case 5: entry.value.resize(at); break;
    case 6: entry.value = dice.one_of(all).value; break;
    case 7: entry.value.replace(at, 1, dice.extreme_varint()); break;
    default:
      if (!entry.value.empty()) {
        entry.value[at] = static_cast<char>(entry.value[at] ^ (1 << dice.below(8)));
      }
  }
}

// The value of a word with flags, parts, references and places that no compiler writes. `rest` is
// the value behind its flags.
std::string word_value(std::uint64_t flags, std::string_view rest, const std::string& key,
                       const std::vector<Entry>& all, MutationDice& dice) {
  constexpr std::uint64_t kRefersBack = 1 << 4, kHasParts = 1 << 5;
  const auto with_parts = [&](std::size_t count) {
    std::string value = varint_of(flags | kHasParts) + varint_of(count);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string& part = dice.one_of(all).key;
      value +=
          dice.one_of({std::string(1, '\0'), std::string(1, static_cast<char>(key.size() & 31)),
                       "\xe0" + varint_of(part.size()) + part});
    }
    return value.append(rest);
  };
  switch (dice.below(7)) {
    case 0: return varint_of(flags ^ std::uint64_t{1} << dice.below(12)).append(rest);
    case 1: return varint_of((flags & 15) | kRefersBack) + dice.extreme_varint();
    case 2: return with_parts(dice.one_of({1, 4, 16, 17, 3000}));
    case 3: {  // a posting list of many documents, with an offset of any value
      std::string value = varint_of(flags & 15) +
                          varint_of(dice.one_of({0u, 1u, 2u, 128u, 129u, 240u, 0xffffffffu}));
      for (int i = 0; i < 6; ++i) {
        value += dice.one_in(2) ? dice.extreme_varint() : varint_of(dice.below(4000));
      }
      return value;
    }
    case 4: return varint_of(flags) + dice.bytes(dice.one_of({0, 3, 20}));
    case 5:
      return varint_of(flags | 1 << 6) + dice.extreme_varint() + varint_of(3) + "abc" +
             std::string(rest);
    default: return dice.one_of(all).value;
  }
}

}  // namespace

void mutate_dictionary_bytes(PackParts& parts, MutationDice& dice) {
  const DictionarySections sections = dictionary_of(dice);
  const SectionId id =
      dice.one_of({sections.top, sections.pages, sections.blocks, sections.blocks});
  std::string content(parts.stored(id));
  if (content.empty()) return;
  if (id == sections.blocks) {
    const std::string bytes =
        dice.one_of({dice.extreme_varint(), dice.bytes(1), std::string("\xff"),
                     std::string(2, '\0'), content.substr(dice.below(content.size()), 20)});
    content.replace(dice.below(content.size()), dice.one_of({std::size_t{0}, bytes.size()}), bytes);
  } else {
    const auto blocks = static_cast<std::uint32_t>(parts.stored(sections.blocks).size());
    const auto size = static_cast<std::uint32_t>(content.size());
    put_u32(content, 4 * dice.below(content.size() / 4 + 1),
            dice.one_of({dice.extreme(), static_cast<std::uint32_t>(dice.below(size)),
                         static_cast<std::uint32_t>(dice.below(blocks))}));
  }
  parts.set(id, std::move(content));
}

void mutate_dictionary_entries(PackParts& parts, MutationDice& dice) {
  const DictionarySections sections = dictionary_of(dice);
  const std::vector<Entry> all = read_entries(parts.stored(sections.blocks));
  if (all.empty()) return;
  std::vector<Entry> entries = all;
  for (int left = dice.one_of({1, 1, 20, 500}); left > 0; --left) {
    mutate_entry(entries[dice.below(entries.size())], all, dice);
  }
  if (!dice.one_in(3)) std::ranges::stable_sort(entries, {}, &Entry::key);
  const auto count = static_cast<std::uint32_t>(entries.size());
  write_entries(parts, sections, entries, dice.one_of({64, 64, 1, 1000}),
                dice.one_of({64, 64, 64, 1, 65, 5000}),
                dice.one_of({count, count, count, count, count, 0u, 2 * count, 0xffffffffu}));
}

void mutate_words(PackParts& parts, MutationDice& dice) {
  const std::vector<Entry> all = read_entries(parts.stored(SectionId::term_blocks));
  if (all.empty()) return;
  std::vector<Entry> entries = all;
  for (int left = dice.one_of({1, 5, 200}); left > 0; --left) {
    Entry& entry = entries[dice.below(entries.size())];
    Cursor cursor(as_bytes(entry.value), "the value of a word");
    if (cursor.at_end()) continue;
    const std::uint64_t flags = cursor.varint();
    entry.value = word_value(flags, std::string(as_text(cursor.rest())), entry.key, all, dice);
  }
  write_entries(parts, kWords, entries, 64, kDictionaryBlockEntries,
                static_cast<std::uint32_t>(entries.size()));
}

void mutate_postings(PackParts& parts, MutationDice& dice) {
  const SectionId id = dice.one_of({SectionId::postings, SectionId::postings, SectionId::skips,
                                    SectionId::positions, SectionId::lengths});
  std::string content(parts.stored(id));
  if (content.empty()) return;
  if (id == SectionId::skips && dice.one_in(2)) {
    std::string varints = varint_of(dice.one_of({0xffffffffu, 240u, 127u, 0u}));
    if (dice.one_in(2)) {
      overwrite(content, dice.below(content.size()), varints);
    } else {
      while (varints.size() < content.size()) varints += dice.extreme_varint();
      content = varints;
    }
  } else {
    for (int left = dice.one_of({1, 10, 300}); left > 0; --left) {
      const char width =
          static_cast<char>(dice.one_of({0, 31, 32, 33, 63, 64, 96, 97, 127, 128, 255}));
      overwrite(content, dice.below(content.size()),
                dice.one_of({dice.extreme_varint(), std::string(1, width), dice.bytes(1)}));
    }
  }
  parts.set(id, std::move(content));
}

void mutate_search_header(PackParts& parts, MutationDice& dice) {
  std::string header(parts.stored(SectionId::search));
  if (header.size() < 16) return;
  switch (dice.below(4)) {
    case 0:
      put_u32(header, 0, dice.one_of({0u, 1u, parts.items - 1, parts.items + 1, dice.extreme()}));
      break;
    case 1: header[4] = static_cast<char>(dice.one_of({0, 1, 2, 3, 255})); break;
    case 2:
      overwrite(header, 6, dice.one_of({std::string(2, '\0'), std::string("\xff\xff")}));
      break;
    default:
      header[8 + dice.below(header.size() - 8)] = static_cast<char>(dice.one_of({0, 1, 128, 255}));
  }
  if (dice.one_in(3)) {
    parts.set(SectionId::lengths, std::string(parts.stored(SectionId::lengths).size(),
                                              static_cast<char>(dice.one_of({0, 1, 255}))));
  }
  if (dice.one_in(5)) {
    parts.set(SectionId::document_order, dice.bytes(parts.items % 4096 * 2));
    header[4] = static_cast<char>(header[4] | 2);
  }
  parts.set(SectionId::search, std::move(header));
}

void mutate_positions(PackParts& parts, MutationDice& dice) {
  std::string header(parts.stored(SectionId::search));
  if (header.size() < 16) return;
  header[4] = static_cast<char>(header[4] ^ 1);
  parts.set(SectionId::search, std::move(header));
  if (parts.find(SectionId::positions) != nullptr) return;
  std::string positions;
  for (int i = 0; i < 20'000; ++i) positions += static_cast<char>(dice.one_of({0x55, 0, 0xff, 32}));
  parts.set(SectionId::positions, std::move(positions));
}

}  // namespace landkaart::testing
