// SPDX-License-Identifier: EUPL-1.2
// The layout of the search sections, shared by reader and builder: the header, the code for the
// length of a field, and the skip entries of a list. term_entry.h has the dictionary entry of a
// form.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/cursor.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {

// Number of postings in each block of a list; the last block has the rest.
inline constexpr std::uint32_t kPostingBlock = 128;

// A part of a document that is searched, such as its title, with its parameters of BM25F.
struct SearchField {
  std::string name;
  double weight = 1;
  double length_weight = 0.75;     // "b", 0 to 1: how much a long field lowers the weight of a word
  std::uint64_t total_length = 0;  // number of words in the field, over all documents
};

// The name of the field that holds the text of a document, beside its title and keywords.
inline constexpr std::string_view kTextField = "text";

struct SearchHeader {
  std::uint32_t documents = 0;
  bool has_positions = false;
  bool has_order = false;   // the pack has section "ordr": document numbers are not item numbers
  double saturation = 1.2;  // "k1"
  std::vector<SearchField> fields;

  // The number of the field kTextField; empty when the index has no such field.
  std::optional<std::size_t> text_field() const;
};

std::string encode_search_header(const SearchHeader& header);
// Throws Error: malformed, limit_exceeded.
SearchHeader decode_search_header(Bytes bytes);

// Codes the length of a field in words in one byte: exact below 40, above that rounded down by at
// most 1/8. A longer field never has a lower code.
std::uint8_t length_code(std::uint32_t length);
std::uint32_t length_of_code(std::uint8_t code);
inline constexpr std::uint8_t kGreatestLengthCode = 252;  // of the greatest length of 32 bits

// The summary of one field in one block.
struct SkipField {
  std::uint32_t greatest_frequency = 0;  // 0 when the field does not occur in the block
  std::uint8_t least_length_code = 0;    // over the postings that have the field
};

// The summary of one block of a list, from which a reader knows the upper bound of the scores in
// the block and where the next block begins. Only a list of more than one block has skip entries.
struct SkipEntry {
  std::uint32_t last_document = 0;
  std::uint32_t list_bytes = 0;       // length of the block in section "post"
  std::uint32_t positions_bytes = 0;  // length of its positions in section "posi"
  std::uint8_t forms = 1;             // union of Posting::forms over the block
  std::array<SkipField, limits::kFields> fields;
};

// The parts of a list that not every list has, beside documents and frequencies.
struct ListTraits {
  bool has_positions = false;
  bool has_forms = false;  // the lemma has more than one form, so postings have form masks
};

// `previous_document` is the last document of the block before, or 0 for the first block.
void append_skip_entry(std::string& out, const SkipEntry& entry, std::uint32_t previous_document,
                       const ListTraits& traits);
SkipEntry read_skip_entry(Cursor& cursor, std::uint32_t previous_document,
                          const ListTraits& traits);

}  // namespace landkaart::inline v0
