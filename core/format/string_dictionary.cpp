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
// Each step reads one entry of a block of at most 64 entries, so the search ends.
//
// A hostile pack could make a walk long by letting many keys lead to the same bytes. So all readers
// check the index: the keys and the offsets of a table ascend strictly, the tables leave no gap,
// and their sizes agree with the number of entries. The top is checked at opening. An index page is
// checked when it is first read, and a bit remembers the check. Two threads may check the same page
// at the same time; both store the same bit. A walk therefore reads each stored byte at most once.
// Walker also checks that the keys ascend. find_entry does not: in a block that is out of order it
// may miss a key that the block has.
#include "core/format/string_dictionary.h"

#include <algorithm>
#include <cassert>

#include "core/base/malformed.h"

namespace landkaart::inline v0 {
namespace {

[[noreturn]] void fail(const Section& section, const std::string& problem) {
  malformed("section '" + section.name() + "' " + problem, section.entry().offset);
}

// `count` divided by `size`, rounded up.
std::uint32_t pieces(std::uint32_t count, std::uint32_t size) {
  return count / size + (count % size == 0 ? 0 : 1);
}

}  // namespace

StringDictionary::StringDictionary(Section top, Section pages, Section blocks,
                                   std::size_t longest_key)
    : top_(top), pages_(pages), blocks_(blocks), longest_key_(longest_key) {
  if (top_.size() > kDictionaryHeaderBytes + limits::kDictionaryTopBytes) {
    throw Error(ErrorCode::limit_exceeded,
                "section '" + top_.name() + "' is larger than the format allows");
  }
  Cursor cursor(top_.read(0, kDictionaryHeaderBytes), "a dictionary's top");
  size_ = cursor.u32();
  page_keys_ = cursor.u32();
  if (page_keys_ == 0) fail(top_, "has index pages without keys");
  if (size_ == 0) {
    if (!pages_.empty() || !blocks_.empty()) fail(top_, "has no entries, but pages or blocks");
    return;
  }
  const KeyTable table = this->top();
  if (table.size() != pieces(block_count(), page_keys_)) {
    fail(top_, "has another number of index pages than its entries need");
  }
  table.check(0, pages_.size(), longest_key_);
}

std::uint32_t StringDictionary::block_count() const {
  return pieces(size_, kDictionaryBlockEntries);
}

std::uint32_t StringDictionary::keys_of_page(std::uint32_t number) const {
  return std::min(page_keys_, block_count() - number * page_keys_);
}

KeyTable StringDictionary::top() const {
  return KeyTable(top_.read(kDictionaryHeaderBytes, top_.size() - kDictionaryHeaderBytes),
                  "a dictionary's top");
}

KeyTable StringDictionary::unchecked_page(const KeyTable& top, std::uint32_t number) const {
  const std::uint32_t begin = top.begin(number);
  return KeyTable(pages_.read(begin, top.end(number) - begin), "a dictionary's page");
}

KeyTable StringDictionary::page(const KeyTable& top, std::uint32_t number) const {
  const KeyTable page = unchecked_page(top, number);
  std::atomic<std::uint64_t>& bits = checked_pages_[number / 64];
  const std::uint64_t bit = std::uint64_t{1} << (number % 64);
  if ((bits.load(std::memory_order_relaxed) & bit) == 0) {
    check_page(top, number, page);
    bits.fetch_or(bit, std::memory_order_relaxed);
  }
  return page;
}

void StringDictionary::check_page(const KeyTable& top, std::uint32_t number,
                                  const KeyTable& page) const {
  if (page.size() != keys_of_page(number)) fail(pages_, "has a page of the wrong number of keys");
  const std::uint32_t last = page.size() - 1;
  std::uint64_t begin = 0;
  if (number > 0) {
    const KeyTable before = unchecked_page(top, number - 1);
    begin = before.end(before.size() - 1);
  }
  const bool is_last = number + 1 == top.size();
  const std::uint64_t end = is_last ? blocks_.size() : page.end(last);
  if (end > blocks_.size()) fail(pages_, "points outside section '" + blocks_.name() + "'");
  page.check(begin, end, longest_key_);
  if (page.key(0) != top.key(number) || (!is_last && page.key(last) >= top.key(number + 1))) {
    fail(pages_, "has other keys than section '" + top_.name() + "' says");
  }
}

// `number` is the number of the block, `index` its number within the page.
DictionaryBlock StringDictionary::block_at(const KeyTable& page, std::uint32_t index,
                                           std::uint32_t number) const {
  const std::uint32_t begin = page.begin(index);
  return {blocks_.read(begin, page.end(index) - begin),
          std::min(kDictionaryBlockEntries, size_ - number * kDictionaryBlockEntries),
          longest_key_};
}

DictionaryBlock StringDictionary::block(std::uint32_t number) const {
  assert(number < block_count());
  return block_at(page(top(), number / page_keys_), number % page_keys_, number);
}

std::string_view StringDictionary::first_key(std::uint32_t block) const {
  return page(top(), block / page_keys_).key(block % page_keys_);
}

std::uint32_t StringDictionary::block_of(std::string_view key) const {
  const KeyTable top = this->top();
  const std::uint32_t page_number = top.locate(key);
  return page_number * page_keys_ + page(top, page_number).locate(key);
}

std::optional<StringDictionary::Entry> StringDictionary::find_entry(std::string_view key) const {
  if (size_ == 0) return std::nullopt;
  const std::uint32_t number = block_of(key);
  DictionaryBlock block = this->block(number);
  std::size_t common = 0;
  for (std::uint32_t rank = number * kDictionaryBlockEntries; block.next(); ++rank) {
    const DictionaryEntry& entry = block.entry();
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
  DictionaryBlock block = this->block(rank / kDictionaryBlockEntries);
  std::array<DictionaryEntry, kDictionaryBlockEntries> entries;
  const std::uint32_t index = rank % kDictionaryBlockEntries;
  for (std::uint32_t i = 0; i <= index; ++i) {
    block.next();
    entries[i] = block.entry();
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
    const std::function<void(DictionaryBlock, std::uint32_t)>& visit) const {
  if (size_ == 0) return;
  const KeyTable top = this->top();
  std::uint32_t visited = 0;  // the end of the pages visited so far, in the section of blocks
  for (std::uint32_t number = 0; number < top.size(); ++number) {
    const std::string_view after = number + 1 < top.size() ? top.key(number + 1) : "";
    if (!wanted(top.key(number), after)) continue;
    const KeyTable keys = page(top, number);
    // A page that is not wanted is not checked, so its neighbours could overlap.
    if (keys.begin(0) < visited) fail(pages_, "has pages whose blocks overlap");
    visited = keys.end(keys.size() - 1);
    std::uint32_t block = number * page_keys_;
    std::string_view first = keys.key(0);
    for (std::uint32_t i = 0; i < keys.size(); ++i, ++block) {
      const std::string_view next = i + 1 < keys.size() ? keys.key(i + 1) : after;
      if (wanted(first, next)) visit(block_at(keys, i, block), block * kDictionaryBlockEntries);
      first = next;
    }
  }
}

StringDictionary::Walker::Walker(const StringDictionary& dictionary, std::uint32_t block)
    : dictionary_(&dictionary), block_({}, 0, 0) {
  rank_ = block * kDictionaryBlockEntries;
  if (at_end()) return;
  load_block();
  key_ = block_.entry().suffix;
  value_ = block_.entry().value;
}

// Loads the block whose first entry has the rank of the walker, and reads that entry.
void StringDictionary::Walker::load_block() {
  const std::uint32_t number = rank_ / kDictionaryBlockEntries;
  block_ = dictionary_->block(number);
  block_.next();
  if (block_.entry().suffix != dictionary_->first_key(number)) {
    block_.fail("does not begin with the key that its index page has for it");
  }
}

void StringDictionary::Walker::next() {
  ++rank_;
  if (!block_.next()) {
    if (at_end()) return;
    load_block();
  }
  const DictionaryEntry& entry = block_.entry();
  if (entry.suffix <= std::string_view(key_).substr(entry.shared)) {
    block_.fail("has keys that do not ascend");
  }
  key_.resize(entry.shared);
  key_ += entry.suffix;
  value_ = entry.value;
}

StringDictionary::Walker StringDictionary::walk_from(std::string_view key) const {
  Walker walker(*this, size_ == 0 ? 0 : block_of(key));
  while (!walker.at_end() && walker.key() < key) walker.next();
  return walker;
}

}  // namespace landkaart::inline v0
