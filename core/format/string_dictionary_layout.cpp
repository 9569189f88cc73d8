// SPDX-License-Identifier: EUPL-1.2
#include "core/format/string_dictionary_layout.h"

#include <algorithm>

#include "core/base/malformed.h"
#include "core/base/varint.h"

namespace landkaart::inline v0 {
namespace {

[[noreturn]] void refuse_key(std::size_t longest_key) {
  beyond_limit("a key of a dictionary", longest_key, "bytes");
}

}  // namespace

KeyTable::KeyTable(Bytes bytes, std::string_view what) : bytes_(bytes), what_(what) {
  Cursor cursor(bytes, what);
  count_ = cursor.u32();
  if (count_ == 0) cursor.fail("is empty");
  cursor.read(std::uint64_t{count_} * 8 + 4);
}

void KeyTable::fail(std::string_view problem) const { Cursor(bytes_, what_).fail(problem); }

void KeyTable::fail_at(std::uint32_t index) const {
  fail("has a wrong length for key " + std::to_string(index));
}

void KeyTable::check(std::uint64_t begin, std::uint64_t end, std::size_t longest_key) const {
  if (offset(0) != begin || offset(count_) != end) fail("leaves a gap or goes beyond its section");
  std::string_view previous;
  for (std::uint32_t i = 0; i < count_; ++i) {
    if (offset(i) >= offset(i + 1)) fail("has offsets that do not ascend");
    const std::string_view key = this->key(i);
    if (key.size() > longest_key) refuse_key(longest_key);
    if (i > 0 && key <= previous) fail("has keys that do not ascend");
    previous = key;
  }
  if (8 + std::size_t{8} * count_ + key_end(count_ - 1) != bytes_.size()) {
    fail("has bytes after its last key");
  }
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

bool DictionaryBlock::end() const {
  if (!cursor_.at_end()) cursor_.fail("has more entries than it should");
  return false;
}

void DictionaryBlock::refuse() const {
  if (entry_.shared > length_) cursor_.fail("shares more bytes than the previous key has");
  refuse_key(longest_key_);
}

}  // namespace landkaart::inline v0
