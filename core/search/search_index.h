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

  // The length codes of all documents, field by field. Asked for once a query, so that opening a
  // pack does not touch them.
  Bytes lengths() const { return length_section_.all(); }

 private:
  PostingBlock single_block(const TermEntry& entry) const;

  SearchHeader header_;
  StringDictionary terms_;
  Section list_section_, position_section_, length_section_;
};

}  // namespace landkaart
