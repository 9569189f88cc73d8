// SPDX-License-Identifier: EUPL-1.2
// The layout of a string dictionary, shared by its reader and its builder: the key table of the two
// index levels, and the entry of a front-coded block.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/cursor.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {

inline constexpr std::uint32_t kDictionaryBlockEntries = 64;
inline constexpr std::size_t kLengthEscape = 15;            // see append_dictionary_entry
inline constexpr std::uint32_t kDictionaryHeaderBytes = 8;  // entry count, keys per page
// The most index pages: each takes an offset and a key end, 4 bytes each, in the table of the top.
inline constexpr std::uint32_t kDictionaryPages = limits::kDictionaryTopBytes / 8;

// One level of the index: a sorted list of keys, each with the byte offset of the page or block
// that begins with the key. Layout: u32 count, u32 offset[count + 1], u32 key_end[count], key
// bytes. The last offset is the end of the last page or block.
class KeyTable {
 public:
  // `what` names the bytes in error messages. Throws Error(malformed).
  explicit KeyTable(Bytes bytes, std::string_view what);

  std::uint32_t size() const { return count_; }
  std::string_view key(std::uint32_t index) const {
    const std::uint32_t begin = index == 0 ? 0 : key_end(index - 1);
    const std::uint32_t end = key_end(index);
    const Bytes keys = bytes_.subspan(8 + std::size_t{8} * count_);
    if (begin > end || end > keys.size()) fail_at(index);
    return as_text(keys.subspan(begin, end - begin));
  }
  // The page or block of a key lies at bytes [begin, end) of its section.
  std::uint32_t begin(std::uint32_t index) const { return offset(index); }
  std::uint32_t end(std::uint32_t index) const { return offset(index + 1); }
  // The index of the last key that is not greater than `wanted`; 0 when all keys are greater.
  std::uint32_t locate(std::string_view wanted) const;
  // Throws Error(malformed) unless the offsets ascend from `begin` to `end`, the keys ascend, and
  // the last key ends at the end of the table; limit_exceeded when a key has more than
  // `longest_key` bytes. So no two keys lead to the same byte. Reads the whole table.
  void check(std::uint64_t begin, std::uint64_t end, std::size_t longest_key) const;

 private:
  std::uint32_t offset(std::uint32_t index) const {
    return load_little_endian<std::uint32_t>(bytes_.data() + 4 + std::size_t{4} * index);
  }
  std::uint32_t key_end(std::uint32_t index) const {
    return load_little_endian<std::uint32_t>(bytes_.data() + 8 + std::size_t{4} * (count_ + index));
  }
  [[noreturn]] void fail_at(std::uint32_t index) const;
  [[noreturn]] void fail(std::string_view problem) const;

  Bytes bytes_;
  std::string_view what_;
  std::uint32_t count_ = 0;
};

struct KeyTableEntry {
  std::string key;
  std::uint32_t offset;
};

// `end` is the last offset.
std::string encode_key_table(const std::vector<KeyTableEntry>& entries, std::uint32_t end);

// Appends one entry of a front-coded block: a byte with the length of the shared prefix in the low
// four bits and the length of the suffix in the high four bits; for each length of 15 or more the
// four bits hold 15, and a varint with the rest of the length follows; then the length of the value
// as varint; then the suffix and the value.
void append_dictionary_entry(std::string& out, std::string_view previous, std::string_view key,
                             std::string_view value);

struct DictionaryEntry {
  std::size_t shared = 0;   // length of the prefix that the key shares with the key before
  std::string_view suffix;  // the other bytes of the key
  Bytes value;
};

// Inline, because the search for similar spellings reads thousands of entries.
inline DictionaryEntry read_dictionary_entry(Cursor& cursor) {
  const std::uint8_t lengths = cursor.u8();
  DictionaryEntry entry;
  entry.shared = lengths & kLengthEscape;
  std::uint64_t suffix = lengths >> 4;
  if (entry.shared == kLengthEscape) entry.shared += cursor.varint32();
  if (suffix == kLengthEscape) suffix += cursor.varint32();
  const std::uint64_t value = cursor.varint();
  entry.suffix = as_text(cursor.read(suffix));
  entry.value = cursor.read(value);
  return entry;
}

// Reads the entries of one front-coded block.
class DictionaryBlock {
 public:
  // `count` is the number of entries that the block must have, `longest_key` the limit of the
  // length of a key in bytes.
  DictionaryBlock(Bytes bytes, std::uint32_t count, std::size_t longest_key)
      : cursor_(bytes, "a dictionary's block"), left_(count), longest_key_(longest_key) {}

  // Reads the next entry. Returns false after the last one. Throws Error: malformed when the block
  // has more or fewer entries than `count`, or when the entry shares more bytes than the previous
  // key has; limit_exceeded when the key is too long. Does not compare the key with the previous
  // one, because comparing requires to build every key.
  bool next() {
    if (left_ == 0) return end();
    --left_;
    entry_ = read_dictionary_entry(cursor_);
    if (entry_.shared > length_ || entry_.suffix.size() > longest_key_ - entry_.shared) refuse();
    length_ = entry_.shared + entry_.suffix.size();
    return true;
  }
  // The entry that next() read.
  const DictionaryEntry& entry() const { return entry_; }
  [[noreturn]] void fail(std::string_view problem) const { cursor_.fail(problem); }

 private:
  bool end() const;
  [[noreturn]] void refuse() const;

  Cursor cursor_;
  std::uint32_t left_;  // entries that were not read yet
  std::size_t longest_key_;
  DictionaryEntry entry_;
  std::size_t length_ = 0;  // of the key of entry_, in bytes; at most longest_key_
};

}  // namespace landkaart::inline v0
