// SPDX-License-Identifier: EUPL-1.2
// SearchIndex reads the search sections of a pack: from a folded word to its lemma and to the
// posting list of the lemma. It knows documents by number, fields and words, but not kinds of
// items.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/string_dictionary.h"
#include "core/search/document_order.h"
#include "core/search/posting_block.h"
#include "core/search/search_layout.h"
#include "core/search/term_entry.h"

namespace landkaart::inline v0 {

// A form in the dictionary, such as "woningen", with its lemma "woning".
struct Term {
  std::string form;
  std::string lemma;
  std::uint8_t form_number = 0;  // from 1 among the forms of the lemma; 0: no document has the form
  bool is_function_word = false;  // the lemma is a word such as "de", which says little in a query
  bool has_forms = false;         // the documents have more than one form of the lemma
  std::vector<std::string> form_parts;  // parts of the form if it is a compound, as lemmas
  ListPlace words;                      // list of the documents with any form of the lemma
  ListPlace parts;  // list of the documents with a compound that has the lemma as a part

  // Number of documents with any form of the lemma.
  std::uint32_t document_frequency() const { return words.document_frequency; }
};

class SearchIndex {
 public:
  // `container` must outlive the object. Throws Error: malformed, damaged, limit_exceeded.
  explicit SearchIndex(const Container& container);

  const SearchHeader& header() const { return header_; }
  const StringDictionary& terms() const { return terms_; }
  const DocumentOrder& order() const { return order_; }

  // Folded titles. The value of a title is for titled().
  const StringDictionary& titles() const { return titles_; }
  // The documents that have a title, in ascending order. `value` is its value in titles(). Throws
  // Error(malformed).
  std::vector<std::uint32_t> titled(Bytes value) const;

  // Empty when the dictionary does not have the form. Throws Error: malformed, damaged.
  std::optional<Term> find(std::string_view form) const;
  // The term at the walker's entry of the dictionary. Throws Error: malformed, damaged.
  Term term_at(const StringDictionary::Walker& walker) const {
    return term_at(walker.key(), walker.value(), walker.rank());
  }
  // The term of the dictionary entry with this key, value and rank.
  Term term_at(std::string form, Bytes value, std::uint32_t rank) const;

  // All postings of a list, with positions if the list has them; for tests.
  std::vector<Posting> postings(const ListPlace& place, const ListTraits& traits) const;

  // The traits of Term::words.
  ListTraits word_traits(const Term& term) const { return {header_.has_positions, term.has_forms}; }

  // Throws Error(malformed) when `fields`, one bit for each field, has a field that the pack does
  // not have.
  void check_fields(std::uint8_t fields) const;

  // The length codes of all documents of the first field, then of the second, and so on. The
  // section is read by this function and not by the constructor, so that opening a pack does not
  // load it.
  Bytes lengths() const { return length_section_.all(); }
  // The lengths in bytes of the sections with the lists: blocks, skip entries and positions.
  std::uint64_t lists_size() const { return list_section_.size(); }
  std::uint64_t skips_size() const { return skip_section_.size(); }
  std::uint64_t positions_size() const { return position_section_.size(); }
  // The bytes of a list: its blocks, its skip entries and its positions.
  Bytes list_bytes(const ListPlace& place) const {
    return list_section_.read(place.offset, place.length);
  }
  Bytes skip_bytes(const ListPlace& place) const {
    return skip_section_.read(place.skips_offset, place.skips_length);
  }
  Bytes position_bytes(const ListPlace& place) const {
    return position_section_.read(place.positions_offset, place.positions_length);
  }

 private:
  SearchHeader header_;
  StringDictionary terms_, titles_;
  Section list_section_, skip_section_, position_section_, length_section_;
  DocumentOrder order_;
};

}  // namespace landkaart::inline v0
