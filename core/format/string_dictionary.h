// SPDX-License-Identifier: EUPL-1.2
// StringDictionary, sorted strings with a small value each: ids to items, words to postings, names
// to assets. A look-up touches one index page and one block of 64 entries.
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
  // Three sections: the top of the index, its pages, and the blocks. Throws Error.
  StringDictionary(Section top, Section pages, Section blocks);

  std::uint32_t size() const { return size_; }

  // The value of a key, pointing into the file.
  std::optional<Bytes> find(std::string_view key) const;

  struct Entry {
    std::string key;
    Bytes value;  // points into the file
    std::uint32_t rank = 0;
  };
  std::optional<Entry> find_entry(std::string_view key) const;
  // The entry at a rank in sorted order. Throws Error(malformed) beyond size().
  Entry entry_at(std::uint32_t rank) const;
  std::string key_at(std::uint32_t rank) const { return entry_at(rank).key; }

  // Walks entries in sorted order.
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

  // Offers the first key of each page of blocks, and of each block in those that are wanted, with
  // that of the next one, between which all keys lie (empty after the last); gives the blocks that
  // are wanted to `visit`.
  // `first_rank` is that of the first entry.
  void visit_blocks(
      const std::function<bool(std::string_view first, std::string_view next)>& wanted,
      const std::function<void(Bytes block, std::uint32_t first_rank)>& visit) const;

  // At the first entry that is not less than `key`.
  Walker walk_from(std::string_view key) const;
  Walker walk() const { return walk_from({}); }

 private:
  std::uint32_t block_of(std::string_view key) const;
  Bytes block(std::uint32_t number) const;
  Bytes page(std::uint32_t number) const;

  Section top_, pages_, blocks_;
  std::uint32_t size_ = 0;
  std::uint32_t page_keys_ = 0;
};

}  // namespace landkaart::inline v0
