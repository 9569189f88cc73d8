// SPDX-License-Identifier: EUPL-1.2
// FormTable, all forms of an index with their lemmas and parts: the forms in the documents, and the
// inflections of their lemmas that no document has. The index builder makes the dictionary of words
// from it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/search/analysis.h"
#include "core/search/document_words.h"

namespace landkaart::inline v0 {

struct FormRecord {
  std::string form;
  std::uint32_t lemma = 0;  // index in FormTable::lemmas
  std::uint8_t number = 0;  // from 1 among the forms of the lemma; 0 when no document has the form
  std::vector<std::string> parts;                           // of a compound, as lemmas
  std::vector<const std::vector<Occurrence>*> occurrences;  // one for each chunk with the form
};

struct LemmaRecord {
  std::string lemma;
  std::vector<std::uint32_t> forms;      // its forms in the documents, by number; indexes
  std::vector<std::uint32_t> compounds;  // forms that have the lemma as a part; indexes
};

struct FormTable {
  std::vector<FormRecord> forms;  // in ascending order of form
  std::vector<LemmaRecord> lemmas;
};

// `is_analysed(document)` tells whether the document is in the language of the analysis. `chunks`
// must outlive the table. The result does not depend on the number of threads, `jobs`.
FormTable build_form_table(const std::vector<WordChunk>& chunks, const Analysis& analysis,
                           const std::function<bool(std::uint32_t)>& is_analysed, unsigned jobs);

}  // namespace landkaart::inline v0
