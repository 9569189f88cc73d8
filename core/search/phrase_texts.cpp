// SPDX-License-Identifier: EUPL-1.2
#include "core/search/phrase_texts.h"

#include <algorithm>

namespace landkaart::inline v0 {

bool PhraseTexts::occurs_in(const AnalysedText& text) const {
  const std::vector<TextWord>& words = text.words;
  const std::size_t last = std::ranges::max_element(phrase_, {}, &PhraseWord::offset)->offset;
  for (std::size_t begin = 0; begin + last < words.size(); ++begin) {
    const bool found = std::ranges::all_of(phrase_, [&](const PhraseWord& word) {
      return words[begin + word.offset].lemma == word.lemma;
    });
    if (found) return true;
  }
  return false;
}

}  // namespace landkaart::inline v0
