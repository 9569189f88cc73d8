// SPDX-License-Identifier: EUPL-1.2
// StringDictionary maps sorted strings to short values: ids to items, words to posting lists, names
// to assets. A look-up reads the top of the index, one index page and one block of at most 64
// entries.
#pragma once

#include <array>
#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/format/container.h"
#include "core/format/string_dictionary_layout.h"

namespace landkaart::inline v0 {

// Any number of threads can read at the same time.
class StringDictionary {
 public:
  // The three sections are the top of the index, the pages of the index, and the blocks. A key with
  // more than `longest_key` bytes is refused when it is read. Reads the top, which has at most 3
  // KiB. Throws Error: malformed, damaged, limit_exceeded, like all functions below.
  StringDictionary(Section top, Section pages, Section blocks, std::size_t longest_key);

  std::uint32_t size() const { return size_; }

  // The value of a key; a view of the file. Empty when the dictionary does not have the key.
  std::optional<Bytes> find(std::string_view key) const;

  struct Entry {
    std::string key;
    Bytes value;             // a view of the file
    std::uint32_t rank = 0;  // position in sorted order, from 0
  };
  std::optional<Entry> find_entry(std::string_view key) const;
  // Throws Error(malformed) when the rank is not below size().
  Entry entry_at(std::uint32_t rank) const;
  std::string key_at(std::uint32_t rank) const { return entry_at(rank).key; }

  // Reads one entry after another in sorted order. Throws Error(malformed) when a key is not
  // greater than the key before it. At the end only at_end() and rank() are valid.
  class Walker {
   public:
    bool at_end() const { return rank_ >= dictionary_->size(); }
    std::uint32_t rank() const { return rank_; }
    const std::string& key() const { return key_; }
    Bytes value() const { return value_; }
    void next();

   private:
    friend class StringDictionary;
    Walker(const StringDictionary& dictionary, std::uint32_t block);
    void load_block();

    const StringDictionary* dictionary_;
    std::uint32_t rank_ = 0;
    DictionaryBlock block_;
    std::string key_;
    Bytes value_;
  };

  // Visits all blocks for which `wanted` returns true. wanted(first, next) is called for each index
  // page, and then for each block of the wanted pages: `first` is the first key of the page or
  // block, `next` the first key after it, or empty when there is none. `first_rank` is the rank of
  // the first entry of the block. Reads no byte of pages and blocks twice.
  void visit_blocks(
      const std::function<bool(std::string_view first, std::string_view next)>& wanted,
      const std::function<void(DictionaryBlock block, std::uint32_t first_rank)>& visit) const;

  // A walker at the first entry whose key is not less than `key`.
  Walker walk_from(std::string_view key) const;
  Walker walk() const { return walk_from({}); }

 private:
  // The number of the only block that can hold the key.
  std::uint32_t block_of(std::string_view key) const;
  std::uint32_t block_count() const;
  // The number of keys that index page `number` must have.
  std::uint32_t keys_of_page(std::uint32_t number) const;
  DictionaryBlock block(std::uint32_t number) const;
  // The key of a block in its index page.
  std::string_view first_key(std::uint32_t block) const;
  DictionaryBlock block_at(const KeyTable& page, std::uint32_t index, std::uint32_t number) const;
  KeyTable top() const;
  // Checks the page when it is first read.
  KeyTable page(const KeyTable& top, std::uint32_t number) const;
  KeyTable unchecked_page(const KeyTable& top, std::uint32_t number) const;
  void check_page(const KeyTable& top, std::uint32_t number, const KeyTable& page) const;

  Section top_, pages_, blocks_;
  std::size_t longest_key_ = 0;
  std::uint32_t size_ = 0;
  std::uint32_t page_keys_ = 0;  // blocks in each index page
  mutable std::array<std::atomic<std::uint64_t>, (kDictionaryPages + 63) / 64>
      checked_pages_{};  // one bit for each index page
};

}  // namespace landkaart::inline v0
