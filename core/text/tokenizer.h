// SPDX-License-Identifier: EUPL-1.2
// Tokenizer, which splits a text into words and folds each word to its search form: "Collega's"
// becomes "collegas". Reader and builder share this code, so that a word in a query is folded like
// the same word in the pack. The specification states the rules (section "Words").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace landkaart::inline v0 {

struct Token {
  std::string folded;       // lower case, without accents, apostrophes and hyphens; 1 to 64 bytes
  std::uint32_t begin = 0;  // offset in bytes of the first character of the word
  std::uint32_t end = 0;    // offset in bytes after its last character
  std::uint32_t position = 0;  // number of words before this word in the text
};

// Whether words consist of this character: a letter, a digit or a combining mark.
bool is_word_letter(char32_t code);
// Whether a word may have this character between two letters: "collega's".
bool is_apostrophe(char32_t code);

// Appends the folded form of each letter and digit of `text`. Skips spaces and signs, so that the
// words of `text` are joined: "Een, twee" appends "eentwee".
void append_folded(std::string& out, std::string_view text);

// Returns the words of a text one by one, in order. Does not own the text. Reuses the string of the
// token that the caller passes, so that most words need no allocation of memory.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  // Stores the next word in `token`. Returns false at the end of the text.
  bool next(Token& token);

 private:
  bool next_word(Token& token);
  bool continues_after(std::size_t offset, char32_t between, char32_t before) const;

  std::string_view text_;
  std::size_t offset_ = 0;
  std::uint32_t position_ = 0;
};

}  // namespace landkaart::inline v0
