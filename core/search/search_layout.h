// SPDX-License-Identifier: EUPL-1.2
// What reader and builder of the search sections share: the header, the code for a field's length
// and the skip entries of a long list. term_entry.h has the entry of a form.
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

inline constexpr std::uint32_t kPostingBlock = 128;  // documents

// A part of a document that is searched, with its weight in BM25F.
struct SearchField {
  std::string name;
  double weight = 1;
  double length_weight = 0.75;     // "b": how much a long field counts against a word in it
  std::uint64_t total_length = 0;  // words, over all documents
};

// The name of the field that holds the text of a document, beside its title and keywords.
inline constexpr std::string_view kTextField = "text";

struct SearchHeader {
  std::uint32_t documents = 0;
  bool has_positions = false;
  bool has_order = false;   // documents stand in an order of their own, not in that of the items
  double saturation = 1.2;  // "k1"
  std::vector<SearchField> fields;

  // The number of the field kTextField; empty when the index has no such field.
  std::optional<std::size_t> text_field() const;
};

std::string encode_search_header(const SearchHeader& header);
// Throws Error: malformed, limit_exceeded.
SearchHeader decode_search_header(Bytes bytes);

// One byte for the length of a field in words: exact to 40, then in steps of at most an eighth,
// rounded down.
std::uint8_t length_code(std::uint32_t length);
std::uint32_t length_of_code(std::uint8_t code);

struct SkipField {
  std::uint32_t greatest_frequency = 0;  // 0 when the field does not occur in the block
  std::uint8_t least_length_code = 0;
};

// One for each block of a long list: what is in it, without reading it.
struct SkipEntry {
  std::uint32_t last_document = 0;
  std::uint32_t list_bytes = 0;
  std::uint32_t positions_bytes = 0;
  std::uint8_t forms = 1;  // all that occur in the block
  std::array<SkipField, limits::kFields> fields;
};

// What a list has beside documents and frequencies.
struct ListTraits {
  bool has_positions = false;
  bool has_forms = false;
};

void append_skip_entry(std::string& out, const SkipEntry& entry, std::uint32_t previous_document,
                       const ListTraits& traits);
SkipEntry read_skip_entry(Cursor& cursor, std::uint32_t previous_document,
                          const ListTraits& traits);

}  // namespace landkaart::inline v0
