// SPDX-License-Identifier: EUPL-1.2
// build_search_sections builds the search sections of a pack from the texts of its items. The
// result depends only on the arguments, and not on the machine or the number of threads.
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
  std::string order;                 // section "ordr"; empty when document numbers are item numbers
  std::vector<std::uint32_t> items;  // the item number of each document
  std::vector<std::vector<SimilarDocument>>
      similar;  // by item; SimilarDocument::document is an item
};

struct SearchSettings {
  std::vector<SearchField> fields;  // the builder computes total_length
  bool with_positions = true;
  Analysis analysis = {};
  // Whether an item is in the language of the analysis. An empty function means that all are.
  std::function<bool(std::uint32_t item)> is_analysed = {};
  // With at least this many items, documents are numbered so that similar documents are neighbours.
  std::uint32_t reorder_from = 10'000;
};

// `text(item, field)` returns the plain text of a field. Each line of field 0 is a title of the
// item. Throws Error(limit_exceeded) when a field has more than limits::kFieldWords words.
SearchSections build_search_sections(std::uint32_t items, const SearchSettings& settings,
                                     const FieldText& text, unsigned jobs);

}  // namespace landkaart::inline v0
