// SPDX-License-Identifier: EUPL-1.2
//
// Problem. A pack can have millions of sorted words and ids. A reader must find one of them without
// parsing or decompressing the others, because opening a pack must not take time for its size, and
// because a browser fetches the file in ranges.
//
// Idea. Front coding (Witten, Moffat and Bell, "Managing Gigabytes", 1999): neighbours in sorted
// order begin alike, so an entry stores only the length of the prefix that it shares with the entry
// before, and the rest of the key. "raadslid", "raadslieden" becomes "raadslid", 7 + "eden". Such
// entries can only be read in order, so the chain starts anew every 64 entries: the first entry of
// a block shares nothing. An index of two levels finds the block by binary search: the top lists
// the first key of each page, a page lists the first key of each block. The top is small (about 3
// KiB) and lies in the first bytes of the file, so that a look-up of a browser needs two further
// ranges, one page and one block.
//
// The search within a block (find_entry) does not rebuild the keys. Invariant: all entries read so
// far are less than the wanted key, and `common` is the length of the prefix that the last of them
// shares with the wanted key. The next entry shares `entry.shared` bytes with that last entry:
// - more than `common`: it has the same byte at position `common`, so it is less as well; skip it;
// - fewer than `common`: it differs from the wanted key earlier, in a larger byte, so it and all
//   entries after it are greater; the key is not there;
// - equally many: compare the suffix with the rest of the wanted key, and adapt `common`.
//
// Each step reads one entry of a block that has an end, so the search ends for hostile bytes too.
// The reader does not check that the dictionary of a hostile pack is sorted. A search in an
// unsorted dictionary may miss a key that the dictionary has.
#include "core/format/string_dictionary.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "core/base/malformed.h"
#include "core/format/string_dictionary_layout.h"

namespace landkaart::inline v0 {
namespace {

[[noreturn]] void fail(const Section& section, const std::string& problem) {
  malformed("section '" + section.name() + "' " + problem, section.entry().offset);
}

Bytes between(const Section& section, std::uint32_t begin, std::uint32_t end) {
  if (end < begin) fail(section, "has a range whose end lies before its beginning");
  return section.read(begin, end - begin);
}

}  // namespace

StringDictionary::StringDictionary(Section top, Section pages, Section blocks)
    : top_(top), pages_(pages), blocks_(blocks) {
  Cursor cursor(top_.read(0, kDictionaryHeaderBytes), "a dictionary's top");
  size_ = cursor.u32();
  page_keys_ = cursor.u32();
  if (page_keys_ == 0) fail(top_, "has index pages without keys");
}

Bytes StringDictionary::page(std::uint32_t number) const {
  const KeyTable top(top_.read(kDictionaryHeaderBytes, top_.size() - kDictionaryHeaderBytes),
                     "a dictionary's top");
  if (number >= top.size()) fail(top_, "has too few index pages");
  return between(pages_, top.begin(number), top.end(number));
}

Bytes StringDictionary::block(std::uint32_t number) const {
  const KeyTable keys(page(number / page_keys_), "a dictionary's page");
  const std::uint32_t index = number % page_keys_;
  if (index >= keys.size()) fail(pages_, "has too few blocks");
  return between(blocks_, keys.begin(index), keys.end(index));
}

std::uint32_t StringDictionary::block_of(std::string_view key) const {
  const KeyTable top(top_.read(kDictionaryHeaderBytes, top_.size() - kDictionaryHeaderBytes),
                     "a dictionary's top");
  const std::uint32_t page_number = top.locate(key);
  const KeyTable keys(between(pages_, top.begin(page_number), top.end(page_number)),
                      "a dictionary's page");
  return page_number * page_keys_ + keys.locate(key);
}

std::optional<StringDictionary::Entry> StringDictionary::find_entry(std::string_view key) const {
  if (size_ == 0) return std::nullopt;
  const std::uint32_t number = block_of(key);
  Cursor cursor(block(number), "a dictionary's block");
  std::size_t common = 0;
  for (std::uint32_t rank = number * kDictionaryBlockEntries; !cursor.at_end(); ++rank) {
    const DictionaryEntry entry = read_dictionary_entry(cursor);
    if (entry.shared > common) continue;
    if (entry.shared < common) break;
    const std::string_view rest = key.substr(common);
    const auto [differs, in_suffix] = std::ranges::mismatch(rest, entry.suffix);
    if (differs == rest.end() && in_suffix == entry.suffix.end()) {
      return Entry{std::string(key), entry.value, rank};
    }
    if (entry.suffix > rest) break;
    common += static_cast<std::size_t>(differs - rest.begin());
    assert(common <= key.size());
  }
  return std::nullopt;
}

std::optional<Bytes> StringDictionary::find(std::string_view key) const {
  const auto entry = find_entry(key);
  if (!entry) return std::nullopt;
  return entry->value;
}

StringDictionary::Entry StringDictionary::entry_at(std::uint32_t rank) const {
  if (rank >= size_) fail(blocks_, "has no entry " + std::to_string(rank));
  Cursor cursor(block(rank / kDictionaryBlockEntries), "a dictionary's block");
  std::array<DictionaryEntry, kDictionaryBlockEntries> entries;
  const std::uint32_t index = rank % kDictionaryBlockEntries;
  std::size_t length = 0;
  for (std::uint32_t i = 0; i <= index; ++i) {
    entries[i] = read_dictionary_entry(cursor);
    if (entries[i].shared > length) cursor.fail("shares more bytes than the previous key has");
    length = entries[i].shared + entries[i].suffix.size();
  }
  // Fills the shared prefix from its end: an earlier entry provides the bytes that it does not
  // share with its own predecessor.
  std::string key(entries[index].shared, '\0');
  key += entries[index].suffix;
  std::size_t missing = entries[index].shared;
  for (std::uint32_t i = index; i > 0 && missing > 0; --i) {
    const DictionaryEntry& before = entries[i - 1];
    if (before.shared >= missing) continue;
    before.suffix.copy(key.data() + before.shared, missing - before.shared);
    missing = before.shared;
  }
  return {std::move(key), entries[index].value, rank};
}

void StringDictionary::visit_blocks(
    const std::function<bool(std::string_view, std::string_view)>& wanted,
    const std::function<void(Bytes, std::uint32_t)>& visit) const {
  if (size_ == 0) return;
  const KeyTable top(top_.read(kDictionaryHeaderBytes, top_.size() - kDictionaryHeaderBytes),
                     "a dictionary's top");
  for (std::uint32_t number = 0; number < top.size(); ++number) {
    const std::string_view after = number + 1 < top.size() ? top.key(number + 1) : "";
    if (!wanted(top.key(number), after)) continue;
    const KeyTable keys(between(pages_, top.begin(number), top.end(number)), "a dictionary's page");
    std::uint32_t rank = number * page_keys_ * kDictionaryBlockEntries;
    std::string_view first = keys.key(0);
    for (std::uint32_t i = 0; i < keys.size(); ++i, rank += kDictionaryBlockEntries) {
      const std::string_view next = i + 1 < keys.size() ? keys.key(i + 1) : after;
      if (wanted(first, next)) visit(between(blocks_, keys.begin(i), keys.end(i)), rank);
      first = next;
    }
  }
}

StringDictionary::Walker::Walker(const StringDictionary& dictionary, std::uint32_t block)
    : dictionary_(&dictionary), cursor_({}, "a dictionary's block") {
  rank_ = block * kDictionaryBlockEntries;
  if (!at_end()) load(block);
}

void StringDictionary::Walker::load(std::uint32_t block) {
  cursor_ = Cursor(dictionary_->block(block), "a dictionary's block");
  key_.clear();
  read_entry();
}

void StringDictionary::Walker::read_entry() { value_ = read_dictionary_entry(cursor_, key_); }

void StringDictionary::Walker::next() {
  ++rank_;
  if (at_end()) return;
  if (rank_ % kDictionaryBlockEntries == 0) {
    load(rank_ / kDictionaryBlockEntries);
  } else {
    read_entry();
  }
}

StringDictionary::Walker StringDictionary::walk_from(std::string_view key) const {
  Walker walker(*this, size_ == 0 ? 0 : block_of(key));
  while (!walker.at_end() && walker.key() < key) walker.next();
  return walker;
}

}  // namespace landkaart::inline v0
