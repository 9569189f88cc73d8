// SPDX-License-Identifier: EUPL-1.2
#include "core/search/posting_cursor.h"

#include <algorithm>

namespace landkaart::inline v0 {
namespace {

constexpr std::string_view kList = "the list of a word";
constexpr std::string_view kSkips = "the skip entries of a word";

}  // namespace

PostingCursor::PostingCursor(const SearchIndex& index, const ListPlace& place,
                             const ListTraits& traits)
    : index_of_words_(index),
      place_(place),
      traits_(traits),
      skips_({}, kSkips),
      left_(place.document_frequency),
      block_(new PostingBlock),
      frequencies_({}, kList) {
  if (place_.document_frequency == 1) {
    read_single();
    return;
  }
  lists_ = index.list_bytes(place_);
  if (has_bounds()) {
    skips_ = skip_entries();
    begin_block({});
  } else {
    read_documents();
    bounds_.last_document = block_->documents[block_->count - 1];
  }
}

Cursor PostingCursor::skip_entries() const {
  return Cursor(index_of_words_.skip_bytes(place_), kSkips);
}

SkipEntry PostingCursor::read_bounds(Cursor& entries, const SkipEntry& previous) const {
  const SkipEntry entry = read_skip_entry(entries, previous.last_document, traits_);
  if (entry.last_document <= previous.last_document ||
      entry.last_document >= index_of_words_.header().documents) {
    entries.fail("have a document number that is too high");
  }
  return entry;
}

// Reads the skip entry of the current block. The blocks of a list lie one after another and take
// all of its bytes, so that no two blocks share bytes.
void PostingCursor::begin_block(const SkipEntry& previous) {
  bounds_ = read_bounds(skips_, previous);
  const bool is_last = left_ <= kPostingBlock;
  const auto fits = [&](std::uint64_t begin, std::uint64_t bytes, std::uint64_t all) {
    return begin + bytes == all || (!is_last && begin + bytes < all);
  };
  if (!fits(list_at_, bounds_.list_bytes, lists_.size()) ||
      !fits(positions_at_, bounds_.positions_bytes, place_.positions_length)) {
    skips_.fail("state other lengths than the list of the word has");
  }
  if (is_last && !skips_.at_end()) skips_.fail("have bytes after the last entry");
}

void PostingCursor::rewind() {
  at_end_ = false;
  index_ = 0;
  if (!has_bounds() || left_ == place_.document_frequency) return;  // still in the first block
  left_ = place_.document_frequency;
  list_at_ = 0;
  positions_at_ = 0;
  from_ = 0;
  skips_ = skip_entries();
  begin_block({});
  has_documents_ = false;
  has_frequencies_ = false;
  position_reader_.reset();
}

void PostingCursor::read_single() {
  frequencies_ = Cursor(place_.inline_posting, kList);
  const Posting posting = decode_single_posting(frequencies_, traits_.has_forms, false);
  if (posting.document >= index_of_words_.header().documents) {
    frequencies_.fail("has a document number that is too high");
  }
  block_->count = 1;
  block_->documents[0] = posting.document;
  block_->forms[0] = posting.forms;
  block_->fields = fields_in({&posting, 1});
  index_of_words_.check_fields(block_->fields);
  for (std::size_t f = 0; f < limits::kFields; ++f) {
    block_->frequencies[f][0] = posting.frequencies[f];
  }
  bounds_.last_document = posting.document;
  has_documents_ = true;
  has_frequencies_ = true;
  postings_read_ = 1;
}

void PostingCursor::next_block() {
  if (left_ <= kPostingBlock) {
    at_end_ = true;
    return;
  }
  left_ -= kPostingBlock;
  list_at_ += bounds_.list_bytes;
  positions_at_ += bounds_.positions_bytes;
  from_ = bounds_.last_document + 1;
  begin_block(bounds_);
  index_ = 0;
  has_documents_ = false;
  has_frequencies_ = false;
  position_reader_.reset();
}

void PostingCursor::read_documents() {
  const std::size_t bytes = has_bounds() ? bounds_.list_bytes : lists_.size();
  Cursor cursor(lists_.subspan(static_cast<std::size_t>(list_at_), bytes), kList);
  read_posting_documents(cursor, std::min(left_, kPostingBlock), from_,
                         index_of_words_.header().documents, *block_);
  if (has_bounds() && block_->documents[block_->count - 1] != bounds_.last_document) {
    cursor.fail("has a block whose last document differs from its skip entry");
  }
  frequencies_ = cursor;
  has_documents_ = true;
  postings_read_ += block_->count;
}

std::uint32_t PostingCursor::next() {
  if (at_end_) return kNoDocument;
  if (++index_ < block_->count) return block_->documents[index_];
  --index_;
  return seek(block_->documents[index_] + 1);
}

const PostingBlock& PostingCursor::block() {
  if (!has_frequencies_) {
    read_posting_frequencies(frequencies_, traits_.has_forms, *block_);
    index_of_words_.check_fields(block_->fields);
    if (!frequencies_.at_end()) frequencies_.fail("has bytes after a block");
    has_frequencies_ = true;
  }
  return *block_;
}

void PostingCursor::read_positions(std::vector<std::uint32_t>& positions) {
  if (place_.document_frequency == 1) {
    Cursor posting(place_.inline_posting, kList);
    positions = decode_single_posting(posting, traits_.has_forms, true).positions;
    return;
  }
  block();
  if (!position_reader_) {
    const Bytes all = index_of_words_.position_bytes(place_);
    const std::size_t bytes = has_bounds() ? bounds_.positions_bytes : all.size();
    position_reader_.emplace(all.subspan(static_cast<std::size_t>(positions_at_), bytes),
                             block_->count);
  }
  position_reader_->read(*block_, index_, positions);
}

}  // namespace landkaart::inline v0
