// SPDX-License-Identifier: EUPL-1.2
// From a passage to its sentences, and from a sentence to its words.
#pragma once

#include <string_view>
#include <vector>

#include "content-pack/compiler/editorial/item_text.h"
#include "core/text/tokenizer.h"

namespace landkaart::inline v0 {

// The sentences of a Dutch text, without the white space between them. A stop ends a sentence when
// a capital, a digit or a quote follows it, but not after an abbreviation, an initial, or a number
// at the start.
std::vector<std::string_view> split_sentences(std::string_view text);

struct Sentence {
  const Passage* passage;
  std::string_view text;      // a piece of the passage
  std::vector<Token> tokens;  // offsets are those in `text`
  bool is_whole;              // not a label, nor an entry of a list without a stop

  TextPlace place() const { return passage->place_of(offset()); }
  TextPlace place_of(const Token& token) const { return passage->place_of(offset() + token.begin); }
  std::size_t offset() const {
    return static_cast<std::size_t>(text.data() - passage->text.data());
  }
};

// Of all passages, in order. `item` must outlive what this gives.
std::vector<Sentence> sentences_of(const ItemText& item);

}  // namespace landkaart::inline v0
