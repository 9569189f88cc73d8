// SPDX-License-Identifier: EUPL-1.2
// TermEntry, the value of a form in the dictionary of words: its lemma, its parts, and where the
// lists of the lemma are. Encoded and decoded in this one place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/cursor.h"

namespace landkaart::inline v0 {

// Where a list of postings is. The one posting of a list of one is in the entry itself.
struct ListPlace {
  std::uint32_t document_frequency = 0;
  Bytes inline_posting;  // when document_frequency is 1; its end shows while it is read
  std::uint64_t offset = 0, length = 0;
  std::uint64_t positions_offset = 0, positions_length = 0;
  std::uint64_t skips_offset = 0, skips_length = 0;  // when there is more than one block

  bool operator==(const ListPlace& other) const {
    return document_frequency == other.document_frequency && offset == other.offset &&
           (document_frequency != 1 || inline_posting.data() == other.inline_posting.data());
  }
};

inline constexpr std::uint8_t kMostForms = 8;  // with a bit of their own; the rest share the last

// The value of a form in the dictionary.
struct TermEntry {
  // From 1 among the forms of its lemma that are in the documents; 0 when it is in none.
  std::uint8_t form_number = 0;
  // So many entries back in the same block stands the entry with the lemma and the lists; 0: here.
  std::uint32_t refers_back = 0;
  std::string lemma;  // empty when this form is itself the lemma
  bool is_function_word = false;
  bool has_forms = false;  // the lemma has more than one form in the documents
  std::vector<std::string> form_parts;
  ListPlace words;  // the documents with any form of the lemma
  ListPlace parts;  // the documents with a compound of which the lemma is a part; no positions
};

std::string encode_term_entry(const TermEntry& entry, std::string_view form, bool has_positions);
TermEntry decode_term_entry(Bytes value, std::string_view form, bool has_positions);

}  // namespace landkaart::inline v0
