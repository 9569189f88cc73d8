// SPDX-License-Identifier: EUPL-1.2
// PostingCursor, a place in the list of a lemma that moves forward, until it is rewound. Skip
// entries lead over blocks without reading them; frequencies and positions are read when they are
// asked for.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "core/search/position_reader.h"
#include "core/search/search_index.h"

namespace landkaart::inline v0 {

inline constexpr std::uint32_t kNoDocument = ~0u;

class PostingCursor {
 public:
  // `place` must have a posting. Throws Error: malformed, damaged, here and in every call.
  PostingCursor(const SearchIndex& index, const ListPlace& place, const ListTraits& traits);
  PostingCursor(const PostingCursor&) = delete;
  PostingCursor& operator=(const PostingCursor&) = delete;

  // Whether the list has skip entries, and so bounds for each block.
  bool has_bounds() const { return place_.document_frequency > kPostingBlock; }
  std::uint32_t blocks() const {
    return (place_.document_frequency + kPostingBlock - 1) / kPostingBlock;
  }
  std::uint32_t size() const { return place_.document_frequency; }
  // From the first block on, wherever the postings are read; of a list that has bounds.
  Cursor skip_entries() const;
  // Of the next block, when `previous` are those of the one before it.
  SkipEntry read_bounds(Cursor& entries, const SkipEntry& previous) const {
    return read_skip_entry(entries, previous.last_document, traits_);
  }
  // Goes back to the first posting.
  void rewind();
  // Goes to the block that would hold `document`, without reading it. False at the end.
  bool seek_block(std::uint32_t document) {
    while (!at_end_ && document > bounds_.last_document) next_block();
    return !at_end_;
  }
  const SkipEntry& bounds() const { return bounds_; }

  // Goes to the first posting whose document is not less; gives that document, or kNoDocument.
  std::uint32_t seek(std::uint32_t document) {
    if (!seek_block(document)) return kNoDocument;
    if (!has_documents_) read_documents();
    // The last document of the block is not less.
    const auto documents = std::span(block_->documents).first(block_->count);
    constexpr std::uint32_t kNear = 4;  // the next one is mostly near
    for (std::uint32_t step = 0; step < kNear && documents[index_] < document; ++step) ++index_;
    if (documents[index_] < document) {
      const auto rest = documents.subspan(index_);
      index_ += static_cast<std::uint32_t>(std::ranges::lower_bound(rest, document) - rest.begin());
    }
    return documents[index_];
  }
  std::uint32_t next();

  // Postings of which the document was decoded so far, what a query costs above all.
  std::uint64_t postings_read() const { return postings_read_; }

  // Of the posting that seek or next found.
  std::uint32_t index() const { return index_; }
  const PostingBlock& block();  // with frequencies
  // Good until the next call.
  std::span<const std::uint32_t> positions();

 private:
  void next_block();
  void read_documents();
  void read_single();

  const SearchIndex& index_of_words_;
  ListPlace place_;
  ListTraits traits_;
  Bytes lists_;
  Cursor skips_;
  SkipEntry bounds_;
  std::uint32_t left_;  // postings in this block and those after
  std::uint32_t from_ = 0;
  std::uint64_t list_at_ = 0, positions_at_ = 0;
  bool at_end_ = false, has_documents_ = false, has_frequencies_ = false;
  std::uint32_t index_ = 0;
  std::uint64_t postings_read_ = 0;
  std::unique_ptr<PostingBlock> block_;
  Cursor frequencies_;
  std::optional<PositionReader> position_reader_;  // of this block
  std::vector<std::uint32_t> positions_;
};

}  // namespace landkaart::inline v0
