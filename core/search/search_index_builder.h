// SPDX-License-Identifier: EUPL-1.2
// Builds the search sections from the texts of documents. A pure function of the documents, what
// the analysis says of their words, and the fields.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/string_dictionary_builder.h"
#include "core/search/analysis.h"
#include "core/search/document_words.h"
#include "core/search/search_layout.h"
#include "core/search/similar_documents.h"

namespace landkaart::inline v0 {

struct SearchSections {
  std::string header, lengths, skips, postings, positions;
  StringDictionaryBuilder::Sections terms, titles;
  std::string order;                 // empty when documents stand in the order of the items
  std::vector<std::uint32_t> items;  // for each document its item
  std::vector<std::vector<SimilarDocument>> similar;  // for each item others, as items
};

struct SearchSettings {
  std::vector<SearchField> fields;  // total_length is filled in
  bool with_positions = true;
  Analysis analysis = {};  // without it a form is its own lemma
  // Whether an item is in the language of the analysis; all are when left out.
  std::function<bool(std::uint32_t item)> is_analysed = {};
  // From so many items on documents are put in an order of their own.
  std::uint32_t reorder_from = 10'000;
};

// `text(item, field)` gives the plain text of a field. The result is the same for any number of
// jobs.
SearchSections build_search_sections(std::uint32_t items, const SearchSettings& settings,
                                     const FieldText& text, unsigned jobs);

}  // namespace landkaart::inline v0
