// SPDX-License-Identifier: EUPL-1.2
// PhraseTexts finds a phrase in the texts of documents, for packs without word positions.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "core/search/analysed_text.h"

namespace landkaart::inline v0 {

// Returns the text of a field of a document, as it was indexed. Can throw.
using ReadField =
    std::function<std::shared_ptr<const AnalysedText>(std::uint32_t document, std::size_t field)>;

struct PhraseWord {
  WordKey lemma = kUnknownWord;
  std::uint32_t offset = 0;  // words between the beginning of the phrase and this word
};

class PhraseTexts {
 public:
  // `phrase` has at least one word. `read` must outlive the object.
  PhraseTexts(std::vector<PhraseWord> phrase, const ReadField& read)
      : phrase_(std::move(phrase)), read_(read) {}

  // The text of a field of a document. Throws what the function `read` throws.
  std::shared_ptr<const AnalysedText> read(std::uint32_t document, std::size_t field) const {
    return read_(document, field);
  }
  // Whether the words of the phrase, each in any of its forms, follow each other in the text.
  bool occurs_in(const AnalysedText& text) const;

 private:
  std::vector<PhraseWord> phrase_;
  const ReadField& read_;
};

}  // namespace landkaart::inline v0
