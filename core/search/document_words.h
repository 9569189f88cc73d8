// SPDX-License-Identifier: EUPL-1.2
// read_document_words collects the words of all documents. It works in chunks of 1024 documents, so
// that the result does not depend on the number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/search/analysis.h"

namespace landkaart::inline v0 {

// Returns the plain text of a field.
using FieldText = std::function<std::string_view(std::uint32_t document, std::size_t field)>;

// One occurrence of a form. `position` counts words from the beginning of the field.
struct Occurrence {
  std::uint32_t document;
  std::uint32_t position;
  std::uint8_t field;
};

// The occurrences of one form in a chunk, in ascending order of document, field and position.
struct FormOccurrences {
  std::vector<Occurrence> occurrences;
  // The pieces between hyphens, folded, if the form was written with hyphens; see hyphen_pieces.
  std::vector<std::string> pieces;
};

// The words of up to 1024 documents.
struct WordChunk {
  std::uint32_t first_document = 0;
  std::unordered_map<std::string, FormOccurrences> forms;
  std::vector<std::uint32_t> lengths;  // in words, by document, then by field
};

// Returns the analysis for a document, or nullptr when the document is in another language.
using DocumentAnalysis = std::function<const Analysis*(std::uint32_t document)>;

// Adds the separated forms of the analysis at the positions of their words. They do not count for
// the length of a field.
std::vector<WordChunk> read_document_words(std::uint32_t documents, std::size_t fields,
                                           const FieldText& text, const DocumentAnalysis& analysis,
                                           unsigned jobs);

// The pieces of at least 4 bytes of a word that is written with hyphens, folded: "wijk-aanpak" has
// "wijk" and "aanpak". Empty for a word without hyphens. Only the pieces within the first 64 bytes
// of the folded word count, because a word is cut off there. So a word has at most 16 pieces.
std::vector<std::string> hyphen_pieces(std::string_view word);

}  // namespace landkaart::inline v0
