// SPDX-License-Identifier: EUPL-1.2
#include "core/search/search_index.h"

#include <algorithm>

#include "landkaart/error.h"

namespace landkaart {

SearchIndex::SearchIndex(const Container& container)
    : header_(decode_search_header(container.require(SectionId::search).all())),
      terms_(container.require(SectionId::term_top), container.require(SectionId::term_pages),
             container.require(SectionId::term_blocks)),
      list_section_(container.require(SectionId::postings)),
      position_section_(container.section(SectionId::positions)),
      length_section_(container.require(SectionId::lengths)) {
  if (header_.documents != container.header().item_count ||
      length_section_.size() != std::uint64_t{header_.documents} * header_.fields.size()) {
    throw Error(ErrorCode::malformed,
                "this pack breaks the format: the search sections are for other items");
  }
}

std::optional<TermEntry> SearchIndex::find(std::string_view term) const {
  const auto value = terms_.find(term);
  if (!value) return std::nullopt;
  return decode_term_entry(*value, header_.has_positions);
}

PostingBlock SearchIndex::single_block(const TermEntry& entry) const {
  Cursor cursor(entry.inline_list, "the entry of a word");
  const Posting posting = decode_single_posting(cursor, false);
  if (posting.document >= header_.documents) cursor.fail("names a document that is not there");
  PostingBlock block;
  block.count = 1;
  block.documents[0] = posting.document;
  for (std::size_t f = 0; f < limits::kFields; ++f) {
    block.frequencies[f][0] = posting.frequencies[f];
    if (posting.frequencies[f] > 0) block.fields |= static_cast<std::uint8_t>(1u << f);
  }
  return block;
}

void SearchIndex::for_each_block(const TermEntry& entry,
                                 const std::function<void(const PostingBlock&)>& visit) const {
  if (entry.document_frequency == 1) return visit(single_block(entry));
  Cursor cursor(list_section_.read(entry.list_offset, entry.list_length), "the list of a word");
  PostingBlock block;
  std::uint32_t next = 0;
  for (std::uint32_t left = entry.document_frequency; left > 0; left -= block.count) {
    read_posting_block(cursor, std::min(left, kPostingBlock), next, header_.documents, block);
    next = block.documents[block.count - 1] + 1;
    visit(block);
  }
}

std::vector<Posting> SearchIndex::postings(const TermEntry& entry) const {
  if (entry.document_frequency == 1) {
    Cursor cursor(entry.inline_list, "the entry of a word");
    return {decode_single_posting(cursor, header_.has_positions)};
  }
  std::vector<Posting> postings;
  Cursor positions(position_section_.read(entry.positions_offset, entry.positions_length),
                   "the positions of a word");
  for_each_block(entry, [&](const PostingBlock& block) {
    std::optional<RiceReader> reader;
    if (header_.has_positions) reader.emplace(positions);
    for (std::uint32_t i = 0; i < block.count; ++i) {
      Posting posting;
      posting.document = block.documents[i];
      for (std::size_t f = 0; f < limits::kFields; ++f)
        posting.frequencies[f] = block.frequency(f, i);
      if (reader) posting.positions = read_positions(*reader, posting.frequencies);
      postings.push_back(std::move(posting));
    }
  });
  return postings;
}

}  // namespace landkaart
