// SPDX-License-Identifier: EUPL-1.2
// Reads the words of all documents, in chunks of fixed size, so that the result does not depend on
// the number of jobs.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/search/analysis.h"

namespace landkaart::inline v0 {

// `text(document, field)` gives the plain text of a field.
using FieldText = std::function<std::string_view(std::uint32_t document, std::size_t field)>;

struct Occurrence {
  std::uint32_t document;
  std::uint32_t position;
  std::uint8_t field;
};

// What a chunk of documents has of one form, in order of document, field and position.
struct FormOccurrences {
  std::vector<Occurrence> occurrences;
  std::vector<std::string> pieces;  // between hyphens, folded, where it was first written with them
};

struct WordChunk {
  std::uint32_t first_document = 0;
  std::unordered_map<std::string, FormOccurrences> forms;
  std::vector<std::uint32_t> lengths;  // in words, field by field for each document
};

// Finds the separated forms of an analysis, when there is one for the document. They stand beside
// the words that they were found in, and add nothing to the length.
using DocumentAnalysis = std::function<const Analysis*(std::uint32_t document)>;

std::vector<WordChunk> read_document_words(std::uint32_t documents, std::size_t fields,
                                           const FieldText& text, const DocumentAnalysis& analysis,
                                           unsigned jobs);

// The pieces of four letters or more of a word written with hyphens; of another word none.
std::vector<std::string> hyphen_pieces(std::string_view word);

}  // namespace landkaart::inline v0
