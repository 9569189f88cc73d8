// SPDX-License-Identifier: EUPL-1.2
// A block of at most 128 postings: gaps between documents, frequencies for each field that occurs
// in the block, and which forms of the lemma occur. Encoded and decoded in this one place.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/cursor.h"
#include "core/search/rice_code.h"
#include "core/search/search_layout.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {

using Frequencies = std::array<std::uint32_t, limits::kFields>;

// A lemma in a document: how often in each field, in which forms, and where (counted in words from
// the field's start).
struct Posting {
  std::uint32_t document = 0;
  Frequencies frequencies{};
  std::uint8_t forms = 1;                // bit i: form number i + 1; never 0
  std::vector<std::uint32_t> positions;  // of the first field, then of the second, …
};

// Bit f: some posting is in field f.
std::uint8_t fields_in(std::span<const Posting> postings);

// The documents and frequencies of one block. The arrays are reused from block to block, and hold
// nothing beyond `count` or for other fields than `fields` says.
struct PostingBlock {
  std::uint32_t count = 0;
  std::uint8_t fields = 0;  // bit f: field f occurs in the block
  std::array<std::uint32_t, kPostingBlock> documents;
  std::array<std::array<std::uint32_t, kPostingBlock>, limits::kFields> frequencies;
  std::array<std::uint32_t, kPostingBlock> forms;

  std::uint32_t frequency(std::size_t field, std::uint32_t index) const {
    return (fields >> field & 1) != 0 ? frequencies[field][index] : 0;
  }
  Frequencies all_frequencies(std::uint32_t index) const;
};

// `first_gap_from` is one more than the last document of the block before, or 0.
void append_posting_block(std::string& out, std::span<const Posting> postings,
                          std::uint32_t first_gap_from, bool has_forms);
// The two halves of a block, one after the other; who only wants documents reads the first half.
// Throw Error(malformed), also for a document that is not below `documents`.
void read_posting_documents(Cursor& cursor, std::uint32_t count, std::uint32_t first_gap_from,
                            std::uint32_t documents, PostingBlock& block);
void read_posting_frequencies(Cursor& cursor, bool has_forms, PostingBlock& block);

inline constexpr std::uint32_t kPositionGroup = 8;  // postings

// The positions of one block: the lengths of all groups but the last, then for each group of
// postings one run of Rice codes, the differences for each posting and field.
void append_positions(std::string& out, std::span<const Posting> postings);
// Appends the next `frequency` positions of a group, which are in one field.
void read_positions(RiceReader& reader, std::uint32_t frequency,
                    std::vector<std::uint32_t>& positions);
void skip_positions(RiceReader& reader, std::uint32_t frequency);

// The posting of a lemma that stands in one document only, as its entry holds it.
std::string encode_single_posting(const Posting& posting, bool has_forms, bool has_positions);
Posting decode_single_posting(Cursor& cursor, bool has_forms, bool has_positions);

}  // namespace landkaart::inline v0
