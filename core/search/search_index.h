// SPDX-License-Identifier: EUPL-1.2
// SearchIndex, the search sections of a pack: from a folded word to the documents it stands in.
// Knows numbers, fields and words, not kinds of items.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "core/format/string_dictionary.h"
#include "core/search/posting_block.h"
#include "core/search/search_layout.h"

namespace landkaart {

class SearchIndex {
 public:
  // Throws Error: malformed, limit_exceeded.
  explicit SearchIndex(const Container& container);

  const SearchHeader& header() const { return header_; }
  const StringDictionary& terms() const { return terms_; }

  std::optional<TermEntry> find(std::string_view term) const;

  // Calls visit(block) for each block of a word's list, in order of document.
  // Throws Error: malformed, damaged.
  void for_each_block(const TermEntry& entry,
                      const std::function<void(const PostingBlock&)>& visit) const;

  // The word's postings with their positions, decoded whole; for phrases, verification and tests.
  std::vector<Posting> postings(const TermEntry& entry) const;

  // Words in a field of a document, rounded down as length_code does.
  std::uint8_t length_code(std::size_t field, std::uint32_t document) const {
    return lengths_[field * header_.documents + document];
  }

 private:
  PostingBlock single_block(const TermEntry& entry) const;

  SearchHeader header_;
  StringDictionary terms_;
  Section list_section_, position_section_, length_section_;
  Bytes lengths_;
};

}  // namespace landkaart
