// SPDX-License-Identifier: EUPL-1.2
// TermEntry, the value of a form in the dictionary of words: its lemma, its parts, and the places
// of the posting lists of the lemma; with the functions that encode and decode it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/cursor.h"

namespace landkaart::inline v0 {

// The place of a posting list in the sections of the index. A list of one posting has no place: the
// entry itself holds the posting.
struct ListPlace {
  std::uint32_t document_frequency = 0;
  // The encoded posting itself, when document_frequency is 1. The span can be longer than the
  // posting; the decoder finds its end.
  Bytes inline_posting;
  // In bytes, each within its section, when document_frequency is above 1.
  std::uint64_t offset = 0, length = 0;                      // the blocks
  std::uint64_t positions_offset = 0, positions_length = 0;  // their positions
  std::uint64_t skips_offset = 0, skips_length = 0;  // skip entries, if there are several blocks

  // Whether both are the same list of one index.
  bool operator==(const ListPlace& other) const {
    return document_frequency == other.document_frequency && offset == other.offset &&
           (document_frequency != 1 || inline_posting.data() == other.inline_posting.data());
  }
};

// Number of bits in a mask of forms. Forms 1 to 7 have one bit each; bit 8 stands for all further
// forms.
inline constexpr std::uint8_t kMostForms = 8;

// The value of a form in the dictionary.
struct TermEntry {
  // From 1 (the most frequent) among the forms of the lemma in the documents; 0 when no document
  // has the form.
  std::uint8_t form_number = 0;
  // Distance in entries, within this block of the dictionary, back to the entry that holds the
  // lemma and its posting lists. 0: this entry holds them. Otherwise the members below form_parts
  // are unset.
  std::uint32_t refers_back = 0;
  std::vector<std::string> form_parts;  // parts of the form if it is a compound, as lemmas
  std::string lemma;                    // empty when the form is the lemma
  bool is_function_word = false;
  bool has_forms = false;  // the documents have more than one form of the lemma
  ListPlace words;         // list of the documents with any form of the lemma
  ListPlace parts;         // list, without positions, of the documents with a compound of the lemma
};

// `form` is the key of the entry. `has_positions` says whether the index has positions.
std::string encode_term_entry(const TermEntry& entry, std::string_view form, bool has_positions);
// Throws Error: malformed; limit_exceeded for a word over limits::kTermBytes, or too many parts.
TermEntry decode_term_entry(Bytes value, std::string_view form, bool has_positions);

}  // namespace landkaart::inline v0
