// SPDX-License-Identifier: EUPL-1.2
#include "core/format/string_dictionary_layout.h"

#include <algorithm>

#include "core/base/varint.h"

namespace landkaart::inline v0 {

KeyTable::KeyTable(Bytes bytes, std::string_view what) : bytes_(bytes), what_(what) {
  Cursor cursor(bytes, what);
  count_ = cursor.u32();
  if (count_ == 0) cursor.fail("is empty");
  cursor.read(std::uint64_t{count_} * 8 + 4);
}

void KeyTable::fail_at(std::uint32_t index) const {
  Cursor(bytes_, what_).fail("has a wrong length for key " + std::to_string(index));
}

std::uint32_t KeyTable::locate(std::string_view wanted) const {
  std::uint32_t low = 0;
  std::uint32_t high = count_;
  while (high - low > 1) {
    const std::uint32_t middle = low + (high - low) / 2;
    (key(middle) <= wanted ? low : high) = middle;
  }
  return low;
}

std::string encode_key_table(const std::vector<KeyTableEntry>& entries, std::uint32_t end) {
  std::string out;
  append_little_endian(out, static_cast<std::uint32_t>(entries.size()));
  for (const KeyTableEntry& entry : entries) append_little_endian(out, entry.offset);
  append_little_endian(out, end);
  std::uint32_t key_end = 0;
  for (const KeyTableEntry& entry : entries) {
    key_end += static_cast<std::uint32_t>(entry.key.size());
    append_little_endian(out, key_end);
  }
  for (const KeyTableEntry& entry : entries) out += entry.key;
  return out;
}

void append_dictionary_entry(std::string& out, std::string_view previous, std::string_view key,
                             std::string_view value) {
  const auto [end, unused] = std::ranges::mismatch(previous, key);
  const auto shared = static_cast<std::size_t>(end - previous.begin());
  const std::size_t suffix = key.size() - shared;
  const std::size_t low = std::min(shared, kLengthEscape);
  const std::size_t high = std::min(suffix, kLengthEscape);
  out.push_back(static_cast<char>(low | high << 4));
  if (low == kLengthEscape) append_varint(out, shared - kLengthEscape);
  if (high == kLengthEscape) append_varint(out, suffix - kLengthEscape);
  append_varint(out, value.size());
  out.append(key.substr(shared));
  out.append(value);
}

Bytes read_dictionary_entry(Cursor& cursor, std::string& key) {
  const DictionaryEntry entry = read_dictionary_entry(cursor);
  if (entry.shared > key.size()) cursor.fail("shares more bytes than the previous key has");
  key.resize(entry.shared);
  key += entry.suffix;
  return entry.value;
}

}  // namespace landkaart::inline v0
