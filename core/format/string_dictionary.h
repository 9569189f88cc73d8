// SPDX-License-Identifier: EUPL-1.2
// StringDictionary maps sorted strings to short values: ids to items, words to posting lists, names
// to assets. A look-up reads the top of the index, one index page and one block of at most 64
// entries.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/format/container.h"

namespace landkaart::inline v0 {

class StringDictionary {
 public:
  StringDictionary() = default;
  // The three sections are the top of the index, the pages of the index, and the blocks. Throws
  // Error: malformed, damaged.
  StringDictionary(Section top, Section pages, Section blocks);

  std::uint32_t size() const { return size_; }

  // The value of a key; a view of the file. Empty when the dictionary does not have the key. Throws
  // Error: malformed, damaged, like all functions below.
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

  // Reads one entry after another in sorted order. At the end only at_end() and rank() are valid.
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
    void load(std::uint32_t block);
    void read_entry();

    const StringDictionary* dictionary_;
    std::uint32_t rank_ = 0;
    Cursor cursor_;
    std::string key_;
    Bytes value_;
  };

  // Visits all blocks for which `wanted` returns true. wanted(first, next) is called for each index
  // page, and then for each block of the wanted pages: `first` is the first key of the page or
  // block, `next` the first key after it, or empty when there is none. `first_rank` is the rank of
  // the first entry of the block.
  void visit_blocks(
      const std::function<bool(std::string_view first, std::string_view next)>& wanted,
      const std::function<void(Bytes block, std::uint32_t first_rank)>& visit) const;

  // A walker at the first entry whose key is not less than `key`.
  Walker walk_from(std::string_view key) const;
  Walker walk() const { return walk_from({}); }

 private:
  // The number of the only block that can hold the key.
  std::uint32_t block_of(std::string_view key) const;
  Bytes block(std::uint32_t number) const;
  Bytes page(std::uint32_t number) const;

  Section top_, pages_, blocks_;
  std::uint32_t size_ = 0;
  std::uint32_t page_keys_ = 0;  // blocks in each index page
};

}  // namespace landkaart::inline v0
