// SPDX-License-Identifier: EUPL-1.2
// PostingCursor reads the posting list of a lemma in ascending order of document. It skips blocks
// by their skip entries without decoding them, and decodes frequencies and positions only when they
// are asked for.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "core/search/position_reader.h"
#include "core/search/search_index.h"

namespace landkaart::inline v0 {

// The "document" after the last document of every list.
inline constexpr std::uint32_t kNoDocument = ~0u;

class PostingCursor {
 public:
  // The list must have at least one posting. `index` must outlive the cursor. The constructor and
  // every function can throw Error: malformed, damaged.
  PostingCursor(const SearchIndex& index, const ListPlace& place, const ListTraits& traits);
  PostingCursor(const PostingCursor&) = delete;
  PostingCursor& operator=(const PostingCursor&) = delete;

  // Whether the list has skip entries: it has more than one block.
  bool has_bounds() const { return place_.document_frequency > kPostingBlock; }
  std::uint32_t blocks() const {
    return (place_.document_frequency + kPostingBlock - 1) / kPostingBlock;
  }
  // Number of postings.
  std::uint32_t size() const { return place_.document_frequency; }
  // The skip entries of all blocks, for read_bounds. Requires has_bounds().
  Cursor skip_entries() const;
  // Reads the skip entry of a block; `previous` is the skip entry of the block before, or an empty
  // one. Throws Error(malformed) when the last documents of the blocks do not ascend or are not in
  // the index.
  SkipEntry read_bounds(Cursor& entries, const SkipEntry& previous) const;
  // Moves back to the first posting.
  void rewind();
  // Moves forward to the block that holds `document` if the list does, without decoding the block.
  // Returns false when all blocks end before `document`.
  bool seek_block(std::uint32_t document) {
    while (!at_end_ && document > bounds_.last_document) next_block();
    return !at_end_;
  }
  // The skip entry of the current block. Without has_bounds() only last_document is set.
  const SkipEntry& bounds() const { return bounds_; }

  // Moves forward to the first posting whose document is not less than `document`; returns its
  // document, or kNoDocument when there is none.
  std::uint32_t seek(std::uint32_t document) {
    if (!seek_block(document)) return kNoDocument;
    if (!has_documents_) read_documents();
    const auto documents = std::span(block_->documents).first(block_->count);
    // The loops end within the block, because its last document is not less than `document`.
    assert(documents.back() >= document);
    constexpr std::uint32_t kNear = 4;  // a linear search of a few steps mostly suffices
    for (std::uint32_t step = 0; step < kNear && documents[index_] < document; ++step) ++index_;
    if (documents[index_] < document) {
      const auto rest = documents.subspan(index_);
      index_ += static_cast<std::uint32_t>(std::ranges::lower_bound(rest, document) - rest.begin());
    }
    return documents[index_];
  }
  // Moves to the next posting; returns its document, or kNoDocument at the end.
  std::uint32_t next();

  // The documents of the current block, from the posting that seek or next moved to.
  std::span<const std::uint32_t> documents() const {
    return std::span(block_->documents).subspan(index_, block_->count - index_);
  }

  // Number of postings whose document was decoded so far; a measure of the work of a query.
  std::uint64_t postings_read() const { return postings_read_; }

  // Index in block() of the posting that seek or next moved to.
  std::uint32_t index() const { return index_; }
  // The current block with frequencies and forms.
  const PostingBlock& block();
  // Replaces `positions` by the positions of the current posting, as in Posting::positions.
  // Requires a pack with positions. The cursor keeps no positions, because one posting can have a
  // million of them and a phrase needs a cursor for each of its words.
  void read_positions(std::vector<std::uint32_t>& positions);

 private:
  void begin_block(const SkipEntry& previous);
  void next_block();
  void read_documents();
  void read_single();

  const SearchIndex& index_of_words_;
  ListPlace place_;
  ListTraits traits_;
  Bytes lists_;
  Cursor skips_;
  SkipEntry bounds_;        // of the current block
  std::uint32_t left_;      // number of postings in the current block and all blocks after it
  std::uint32_t from_ = 0;  // the lowest document that the current block can hold
  std::uint64_t list_at_ = 0, positions_at_ = 0;  // where the bytes of the current block begin
  bool at_end_ = false, has_documents_ = false, has_frequencies_ = false;
  std::uint32_t index_ = 0;
  std::uint64_t postings_read_ = 0;
  std::unique_ptr<PostingBlock> block_;
  Cursor frequencies_;  // where the second half of the current block begins
  std::optional<PositionReader> position_reader_;  // of the current block
};

}  // namespace landkaart::inline v0
