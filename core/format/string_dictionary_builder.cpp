// SPDX-License-Identifier: EUPL-1.2
#include "core/format/string_dictionary_builder.h"

#include <algorithm>
#include <cassert>

#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kSmallestPage = 64;  // keys

std::uint32_t checked(std::size_t offset) {
  if (offset > 0xffffffffu) {
    throw Error(ErrorCode::limit_exceeded, "a dictionary may not be larger than 4 GiB");
  }
  return static_cast<std::uint32_t>(offset);
}

struct Index {
  std::string top, pages;
};

Index build_index(const std::vector<KeyTableEntry>& block_keys, std::uint32_t blocks_end,
                  std::size_t page_keys) {
  Index index;
  std::vector<KeyTableEntry> top;
  for (std::size_t begin = 0; begin < block_keys.size(); begin += page_keys) {
    const std::size_t end = std::min(begin + page_keys, block_keys.size());
    const std::vector<KeyTableEntry> page(block_keys.begin() + static_cast<std::ptrdiff_t>(begin),
                                          block_keys.begin() + static_cast<std::ptrdiff_t>(end));
    top.push_back({page.front().key, checked(index.pages.size())});
    index.pages +=
        encode_key_table(page, end < block_keys.size() ? block_keys[end].offset : blocks_end);
  }
  index.top = encode_key_table(top, checked(index.pages.size()));
  return index;
}

}  // namespace

void StringDictionaryBuilder::add(std::string_view key, std::string_view value) {
  assert(size_ == 0 || previous_ < key);
  const bool starts_block = size_ % kDictionaryBlockEntries == 0;
  if (starts_block) block_keys_.push_back({std::string(key), checked(blocks_.size())});
  append_dictionary_entry(blocks_, starts_block ? std::string_view{} : previous_, key, value);
  previous_ = key;
  ++size_;
}

StringDictionaryBuilder::Sections StringDictionaryBuilder::finish() {
  const std::uint32_t blocks_end = checked(blocks_.size());
  std::size_t page_keys = kSmallestPage;
  Index index = build_index(block_keys_, blocks_end, page_keys);
  while (index.top.size() > limits::kDictionaryTopBytes && page_keys < block_keys_.size()) {
    page_keys *= 2;
    index = build_index(block_keys_, blocks_end, page_keys);
  }
  Sections sections;
  append_little_endian(sections.top, size_);
  append_little_endian(sections.top, static_cast<std::uint32_t>(page_keys));
  sections.top += index.top;
  sections.pages = std::move(index.pages);
  sections.blocks = std::move(blocks_);
  return sections;
}

}  // namespace landkaart::inline v0
