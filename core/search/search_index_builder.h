// SPDX-License-Identifier: EUPL-1.2
// Builds the search sections from the texts of documents. A pure function of the documents, their
// order and the fields.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/string_dictionary_builder.h"
#include "core/search/search_layout.h"

namespace landkaart {

struct SearchSections {
  std::string header, lengths, skips, postings, positions;
  StringDictionaryBuilder::Sections terms;
};

struct SearchSettings {
  std::vector<SearchField> fields;  // total_length is filled in
  bool with_positions = true;
};

// `text(document, field)` gives the plain text of a field. The result is the same for any number of
// jobs.
SearchSections build_search_sections(
    std::uint32_t documents, const SearchSettings& settings,
    const std::function<std::string_view(std::uint32_t document, std::size_t field)>& text,
    unsigned jobs);

}  // namespace landkaart
