// SPDX-License-Identifier: EUPL-1.2
// Splits passages into sentences, and sentences into words.
#pragma once

#include <string_view>
#include <vector>

#include "content-pack/compiler/editorial/item_text.h"
#include "core/text/tokenizer.h"

namespace landkaart::inline v0 {

// Returns the sentences of a Dutch text without the white space between them. A full stop ends a
// sentence when white space follows and then a capital or a digit, perhaps after an opening quote
// or bracket. Exceptions are a full stop after an abbreviation ("bijv."), an initial ("J."), or a
// number at the start of the sentence ("1.").
std::vector<std::string_view> split_sentences(std::string_view text);

struct Sentence {
  const Passage* passage;
  std::string_view text;      // a view of passage->text
  std::vector<Token> tokens;  // their offsets count from the start of `text`
  bool is_whole;              // false for a label and for a list item without a final stop

  TextPlace place() const { return passage->place_of(offset()); }
  TextPlace place_of(const Token& token) const { return passage->place_of(offset() + token.begin); }
  std::size_t offset() const {
    return static_cast<std::size_t>(text.data() - passage->text.data());
  }
};

// Returns the sentences of all passages in order. `item` must outlive the result.
std::vector<Sentence> sentences_of(const ItemText& item);

}  // namespace landkaart::inline v0
