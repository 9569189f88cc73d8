// SPDX-License-Identifier: EUPL-1.2
// PhraseTexts finds a phrase in the texts of documents, for packs that keep no positions.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/search/search_index.h"

namespace landkaart {

// The text of a field of a document, as it was indexed.
using ReadField = std::function<std::string(std::uint32_t document, std::size_t field)>;

struct PhraseWord {
  std::string lemma;
  std::uint32_t offset = 0;  // in the phrase, in words
};

class PhraseTexts {
 public:
  // Of a phrase of more than 64 words the first 64 are looked for.
  PhraseTexts(const SearchIndex& index, std::vector<PhraseWord> phrase, const ReadField& read);

  // Whether some form of each word stands at its place. Throws what `read` throws.
  bool stands_in(std::uint32_t document, std::size_t field);

 private:
  // Of the phrase, a bit each, that a folded word of a text is a form of.
  std::uint64_t words_of(const std::string& folded);

  const SearchIndex& index_;
  std::vector<PhraseWord> phrase_;
  const ReadField& read_;
  std::unordered_map<std::string, std::uint64_t> known_;  // folded words that were looked up before
};

}  // namespace landkaart
