// SPDX-License-Identifier: EUPL-1.2
// A block of at most 128 postings: its structure in memory, and the functions that encode and
// decode it. The source file explains the encoding.
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

// The occurrences of one lemma in one document.
struct Posting {
  std::uint32_t document = 0;
  Frequencies frequencies{};  // number of occurrences in each field
  std::uint8_t forms = 1;     // bit i is set when form number i + 1 occurs; never 0
  // Word positions, counted from the beginning of the field: those in the first field in ascending
  // order, then those in the second field, and so on.
  std::vector<std::uint32_t> positions;
};

// Bit f is set when at least one of the postings occurs in field f.
std::uint8_t fields_in(std::span<const Posting> postings);

// A decoded block. The same object is reused for one block after another, so the arrays are defined
// only for the first `count` postings and for the fields whose bit is set in `fields`.
struct PostingBlock {
  std::uint32_t count = 0;
  std::uint8_t fields = 0;  // bit f is set when field f occurs in the block
  std::array<std::uint32_t, kPostingBlock> documents;
  std::array<std::array<std::uint32_t, kPostingBlock>, limits::kFields> frequencies;
  std::array<std::uint32_t, kPostingBlock> forms;

  std::uint32_t frequency(std::size_t field, std::uint32_t index) const {
    return (fields >> field & 1) != 0 ? frequencies[field][index] : 0;
  }
  Frequencies all_frequencies(std::uint32_t index) const;
};

// `first_gap_from` is the lowest document that the block can hold: the last document of the block
// before plus 1, or 0. The postings are in ascending order of document.
void append_posting_block(std::string& out, std::span<const Posting> postings,
                          std::uint32_t first_gap_from, bool has_forms);
// Decode the two halves of a block of `count` postings, which follow each other. A reader that
// needs only the documents decodes the first half. Throw Error(malformed), also when a document is
// not below `documents`, the number of documents in the index. The second half throws
// Error(limit_exceeded) for a frequency above limits::kFieldWords.
void read_posting_documents(Cursor& cursor, std::uint32_t count, std::uint32_t first_gap_from,
                            std::uint32_t documents, PostingBlock& block);
void read_posting_frequencies(Cursor& cursor, bool has_forms, PostingBlock& block);

// Number of postings whose positions are stored as one run of Rice codes.
inline constexpr std::uint32_t kPositionGroup = 8;

// Appends the positions of the postings of one block: the length in bytes of each group except the
// last, as varints; then for each group a run of Rice codes. A run holds, for each posting and
// field, the first position and then the differences between neighbouring positions.
void append_positions(std::string& out, std::span<const Posting> postings);
// Reads the next `frequency` positions, which are those of one posting in one field, and appends
// them to `positions`. `frequency` is at most limits::kFieldWords. Throws Error: malformed, and
// limit_exceeded when a position is not below limits::kFieldWords.
void read_positions(RiceReader& reader, std::uint32_t frequency,
                    std::vector<std::uint32_t>& positions);
// Reads the same numbers and stores none.
void skip_positions(RiceReader& reader, std::uint32_t frequency);

// The encoding of a list with a single posting. The entry of the lemma in the dictionary holds it,
// so that a rare word needs no list.
std::string encode_single_posting(const Posting& posting, bool has_forms, bool has_positions);
Posting decode_single_posting(Cursor& cursor, bool has_forms, bool has_positions);

}  // namespace landkaart::inline v0
