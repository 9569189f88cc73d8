// SPDX-License-Identifier: EUPL-1.2
//
// Problem: people type "collegas", "collega's" and "collega’s", or "cocreatie", "co-creatie" and
// "CO-CREATIE", and expect the same results.
//
// Idea: one pass over the code points of the text, without a dictionary and without a locale, so
// that every machine finds the same words. A word is a run of letters, digits and marks (Unicode
// categories L, N and M). Inside a word, one apostrophe between two such characters is dropped, and
// so is one hyphen, unless a digit stands beside the hyphen: "2020-2021" stays two words. Each
// character is then replaced by its folded form from a fixed table (lower case, accents removed,
// ligatures spelt out). The table was made from Unicode 14.0 and belongs to the pack format.
//
// One more rule is for Dutch. "B&W" (mayor and aldermen) is also written "B & W", "b en w" and
// "BenW". All four become the word "benw": two words of one byte with an "&" between them are
// joined with "en", and so are the three words "b", "en" and "w". The rule looks at most two words
// ahead, with a copy of the tokenizer.
//
// Invariant: the words come in rising order of offset, do not overlap and are never empty, whatever
// the bytes of the text; broken UTF-8 counts as a sign between words. A folded word folds to
// itself.
//
// It ends: each step moves the offset forward by at least one byte.
#include "core/text/tokenizer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>

#include "core/text/utf8.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

struct FoldedLetter {
  char32_t code;
  const char* folded;
};

struct LetterRange {
  char32_t first, last;
};

#include "core/text/unicode_tables.inc"

bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }

// The folded form of each letter and digit of ASCII; 0 for the other characters of ASCII.
constexpr std::array<char, 128> kFoldedAscii = [] {
  std::array<char, 128> folded{};
  for (char c = '0'; c <= '9'; ++c) folded[static_cast<std::size_t>(c)] = c;
  for (char c = 'a'; c <= 'z'; ++c) {
    folded[static_cast<std::size_t>(c)] = folded[static_cast<std::size_t>(c ^ 0x20)] = c;
  }
  return folded;
}();

bool is_hyphen(char32_t code) {
  return code == '-' || code == 0x2010 || code == 0x2011 || code == 0xad;
}

bool is_combining_mark(char32_t code) {
  return (code >= 0x300 && code < 0x370) || (code >= 0x1ab0 && code < 0x1b00) ||
         (code >= 0x1dc0 && code < 0x1e00) || (code >= 0x20d0 && code < 0x2100);
}

void append_folded_letter(std::string& out, char32_t code) {
  if (code < 0x80) return out.push_back(kFoldedAscii[code]);
  if (is_combining_mark(code)) return;
  const auto found = std::ranges::lower_bound(kFoldedLetters, code, {}, &FoldedLetter::code);
  if (found != std::end(kFoldedLetters) && found->code == code) {
    out += found->folded;
  } else {
    append_utf8(out, code);
  }
}

// Appends the folded forms of the letters and digits of ASCII with which `text` begins at `offset`.
// Returns the offset after them.
std::size_t append_folded_ascii(std::string& out, std::string_view text, std::size_t offset) {
  for (; offset < text.size(); ++offset) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    if (byte >= 0x80 || kFoldedAscii[byte] == 0) break;
    out.push_back(kFoldedAscii[byte]);
  }
  return offset;
}

// Shortens `term` to at most 64 bytes, without splitting a code point.
void truncate_to_limit(std::string& term) {
  term.resize(utf8_prefix(term, limits::kTermBytes).size());
}

}  // namespace

bool is_word_letter(char32_t code) {
  if (code < 0x80) return kFoldedAscii[code] != 0;
  const auto after = std::ranges::upper_bound(kLetterRanges, code, {}, &LetterRange::first);
  return after != std::begin(kLetterRanges) && code <= std::prev(after)->last &&
         code != kReplacement;
}

bool is_apostrophe(char32_t code) {
  return code == '\'' || code == '`' || code == 0xb4 || code == 0x2018 || code == 0x2019 ||
         code == 0x2bc;
}

void append_folded(std::string& out, std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedLetter letter = decode_utf8(text, offset);
    if (is_word_letter(letter.code)) append_folded_letter(out, letter.code);
    offset += letter.length;
  }
}

// Whether a word continues after the sign `between`: after an apostrophe ("collega's"), or after a
// hyphen with no digit beside it ("co-creatie", but not "2020-2021"). `offset` is that of the
// character after the sign, and `before` is the character before the sign.
bool Tokenizer::continues_after(std::size_t offset, char32_t between, char32_t before) const {
  if (offset >= text_.size()) return false;
  const char32_t after = decode_utf8(text_, offset).code;
  if (!is_word_letter(after)) return false;
  if (is_apostrophe(between)) return true;
  return is_hyphen(between) && !is_digit(before) && !is_digit(after);
}

// Stores the next word without joining it to others. The folded form is empty when the word
// consists of combining marks only. Returns false at the end of the text.
bool Tokenizer::next_word(Token& token) {
  token.folded.clear();
  char32_t before = 0;
  while (offset_ < text_.size()) {
    const bool in_word = before != 0;
    if (const std::size_t end = append_folded_ascii(token.folded, text_, offset_); end > offset_) {
      if (!in_word) token.begin = static_cast<std::uint32_t>(offset_);
      token.end = static_cast<std::uint32_t>(end);
      before = static_cast<unsigned char>(text_[end - 1]);
      offset_ = end;
      continue;
    }
    const DecodedLetter letter = decode_utf8(text_, offset_);
    if (is_word_letter(letter.code)) {
      if (!in_word) token.begin = static_cast<std::uint32_t>(offset_);
      append_folded_letter(token.folded, letter.code);
      before = letter.code;
    } else if (in_word && !continues_after(offset_ + letter.length, letter.code, before)) {
      break;
    }
    offset_ += letter.length;
    if (is_word_letter(letter.code)) token.end = static_cast<std::uint32_t>(offset_);
  }
  truncate_to_limit(token.folded);
  assert(before == 0 || (token.begin < token.end && token.end <= text_.size()));
  return before != 0;
}

// Joins "B&W", "B & W" and "b en w" to the one word "benw".
bool Tokenizer::next(Token& token) {
  do {
    if (!next_word(token)) return false;
  } while (token.folded.empty());  // skips words of combining marks only
  token.position = position_++;
  if (token.folded.size() != 1) return true;

  Tokenizer ahead = *this;
  std::size_t sign = offset_;
  while (sign < text_.size() && text_[sign] == ' ') ++sign;
  const bool ampersand = sign < text_.size() && text_[sign] == '&';
  Token second;
  if (!ahead.next_word(second)) return true;
  if (!ampersand && (token.folded != "b" || second.folded != "en" || !ahead.next_word(second) ||
                     second.folded != "w")) {
    return true;
  }
  if (second.folded.size() != 1) return true;
  token.folded += "en" + second.folded;
  token.end = second.end;
  offset_ = ahead.offset_;
  return true;
}

}  // namespace landkaart::inline v0
