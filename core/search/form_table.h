// SPDX-License-Identifier: EUPL-1.2
// FormTable, the forms of an index with their lemmas and parts: those of the documents, and the
// inflections that none of them has. Made when building; the dictionary of words holds all of it.
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
  std::uint32_t lemma = 0;  // number of a lemma
  std::uint8_t number = 0;  // among the forms of the lemma; 0 when no document has it
  std::vector<std::string> parts;
  std::vector<const std::vector<Occurrence>*> occurrences;  // in each chunk that has it
};

struct LemmaRecord {
  std::string lemma;
  std::vector<std::uint32_t> forms;      // that the documents have, by number
  std::vector<std::uint32_t> compounds;  // forms of which it is a part
};

struct FormTable {
  std::vector<FormRecord> forms;  // in order of form
  std::vector<LemmaRecord> lemmas;
};

// `is_analysed(document)`: whether its language is that of the analysis. The chunks must outlive
// the table.
FormTable build_form_table(const std::vector<WordChunk>& chunks, const Analysis& analysis,
                           const std::function<bool(std::uint32_t)>& is_analysed, unsigned jobs);

}  // namespace landkaart::inline v0
