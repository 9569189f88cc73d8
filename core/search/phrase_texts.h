// SPDX-License-Identifier: EUPL-1.2
// PhraseTexts finds a phrase in the texts of documents, for packs that keep no positions.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "core/search/analysed_text.h"

namespace landkaart::inline v0 {

// The text of a field of a document, as it was indexed.
using ReadField =
    std::function<std::shared_ptr<const AnalysedText>(std::uint32_t document, std::size_t field)>;

struct PhraseWord {
  WordKey lemma = kUnknownWord;
  std::uint32_t offset = 0;  // in the phrase, in words
};

class PhraseTexts {
 public:
  PhraseTexts(std::vector<PhraseWord> phrase, const ReadField& read)
      : phrase_(std::move(phrase)), read_(read) {}

  // Whether some form of each word stands at its place. Throws what `read` throws.
  bool stands_in(std::uint32_t document, std::size_t field) const;

 private:
  std::vector<PhraseWord> phrase_;
  const ReadField& read_;
};

}  // namespace landkaart::inline v0
