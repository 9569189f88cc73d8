// SPDX-License-Identifier: EUPL-1.2
// Tokenizer, from text to folded words with their place in the text. Reader and builder share it,
// so a word in a query is folded as it was in the pack. The rules stand in the specification.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace landkaart::inline v0 {

struct Token {
  std::string folded;       // lower case, without accents and apostrophes
  std::uint32_t begin = 0;  // bytes in the text
  std::uint32_t end = 0;
  std::uint32_t position = 0;  // counted in words
};

// Appends the folded form of `text`, letter by letter; whatever is not part of a word is left out.
void append_folded(std::string& out, std::string_view text);

// Gives the words of a text one by one. Allocates only while a token's string grows.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  // False at the end of the text.
  bool next(Token& token);

 private:
  bool next_word(Token& token);
  bool continues_after(std::size_t offset, char32_t between, char32_t before) const;

  std::string_view text_;
  std::size_t offset_ = 0;
  std::uint32_t position_ = 0;
};

}  // namespace landkaart::inline v0
