// SPDX-License-Identifier: EUPL-1.2
// SearchIndex, the search sections of a pack: from a folded word to its lemma and the documents it
// stands in. Knows numbers, fields and words, not kinds of items.
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

// A form that the dictionary knows.
struct Term {
  std::string form;
  std::string lemma;
  std::uint8_t form_number = 0;  // 0: no document has this form
  bool is_function_word = false;
  bool has_forms = false;  // the documents have more than one form of the lemma
  std::vector<std::string> form_parts;
  ListPlace words;  // documents with any form of the lemma
  ListPlace parts;  // documents with a compound of it

  // In how many documents some form of it stands.
  std::uint32_t document_frequency() const { return words.document_frequency; }
};

class SearchIndex {
 public:
  // Throws Error: malformed, limit_exceeded.
  explicit SearchIndex(const Container& container);

  const SearchHeader& header() const { return header_; }
  const StringDictionary& terms() const { return terms_; }
  const DocumentOrder& order() const { return order_; }

  // Folded titles, each with the documents that have it.
  const StringDictionary& titles() const { return titles_; }
  // The documents of an entry of titles(). Throws Error(malformed).
  std::vector<std::uint32_t> titled(Bytes value) const;

  std::optional<Term> find(std::string_view form) const;
  // The term at a place in the dictionary. Throws Error(malformed).
  Term term_at(const StringDictionary::Walker& walker) const {
    return term_at(walker.key(), walker.value(), walker.rank());
  }
  Term term_at(std::string form, Bytes value, std::uint32_t rank) const;

  // The postings of a list with their positions, decoded whole; for verification and tests.
  std::vector<Posting> postings(const ListPlace& place, const ListTraits& traits) const;

  ListTraits word_traits(const Term& term) const { return {header_.has_positions, term.has_forms}; }

  // Throws Error(malformed) for postings in a field that the pack does not have: a bit each.
  void check_fields(std::uint8_t fields) const;

  // The length codes of all documents, field by field. Asked for once a query, so that opening a
  // pack does not touch them.
  Bytes lengths() const { return length_section_.all(); }
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
