// SPDX-License-Identifier: EUPL-1.2
// What reader and builder of a string dictionary share: the key table of its two index levels and
// the entry of its front-coded blocks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/cursor.h"

namespace landkaart::inline v0 {

inline constexpr std::uint32_t kDictionaryBlockEntries = 64;
inline constexpr std::size_t kLengthEscape = 15;
inline constexpr std::uint32_t kDictionaryHeaderBytes = 8;  // entry count, keys per page

// A sorted list of keys, each with the byte offset of what it leads to, and where the last one
// ends: u32 count, u32 offset[count + 1], u32 key_end[count], key bytes.
class KeyTable {
 public:
  explicit KeyTable(Bytes bytes, std::string_view what);

  std::uint32_t size() const { return count_; }
  std::string_view key(std::uint32_t index) const {
    const std::uint32_t begin = index == 0 ? 0 : key_end(index - 1);
    const std::uint32_t end = key_end(index);
    const Bytes keys = bytes_.subspan(8 + std::size_t{8} * count_);
    if (begin > end || end > keys.size()) fail_at(index);
    return as_text(keys.subspan(begin, end - begin));
  }
  std::uint32_t begin(std::uint32_t index) const { return offset(index); }
  std::uint32_t end(std::uint32_t index) const { return offset(index + 1); }
  // The last key that is not greater than `wanted`; the first when all are.
  std::uint32_t locate(std::string_view wanted) const;

 private:
  std::uint32_t offset(std::uint32_t index) const {
    return load_little_endian<std::uint32_t>(bytes_.data() + 4 + std::size_t{4} * index);
  }
  std::uint32_t key_end(std::uint32_t index) const {
    return load_little_endian<std::uint32_t>(bytes_.data() + 8 + std::size_t{4} * (count_ + index));
  }
  [[noreturn]] void fail_at(std::uint32_t index) const;

  Bytes bytes_;
  std::string_view what_;
  std::uint32_t count_ = 0;
};

struct KeyTableEntry {
  std::string key;
  std::uint32_t offset;
};

std::string encode_key_table(const std::vector<KeyTableEntry>& entries, std::uint32_t end);

// One entry of a front-coded block: a byte with the lengths of the shared prefix (low four bits)
// and of the suffix (high four bits), 15 meaning that the rest follows as varint; then the length
// of the value as varint; then suffix and value.
void append_dictionary_entry(std::string& out, std::string_view previous, std::string_view key,
                             std::string_view value);

struct DictionaryEntry {
  std::size_t shared = 0;   // bytes that the key has in common with the one before
  std::string_view suffix;  // the other bytes of the key
  Bytes value;
};

// Inline, since who looks for words that are spelt nearly so passes over thousands.
inline DictionaryEntry read_dictionary_entry(Cursor& cursor) {
  const std::uint8_t lengths = cursor.u8();
  DictionaryEntry entry;
  entry.shared = lengths & kLengthEscape;
  std::uint64_t suffix = lengths >> 4;
  if (entry.shared == kLengthEscape) entry.shared += cursor.varint32();
  if (suffix == kLengthEscape) suffix += cursor.varint32();
  const std::uint64_t value = cursor.varint();
  entry.suffix = as_text(cursor.take(suffix));
  entry.value = cursor.take(value);
  return entry;
}

// Reads the entry at the cursor: turns `key` from the previous key into this one, returns the
// value.
Bytes read_dictionary_entry(Cursor& cursor, std::string& key);

}  // namespace landkaart::inline v0
