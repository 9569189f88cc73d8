// SPDX-License-Identifier: EUPL-1.2
// Lexicon holds folded Dutch words, the lemma of each word, and its weights as a part of compounds.
// content-pack/lexicon/lexicon_file.py writes the file and describes its bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"

namespace landkaart::inline v0 {

using WordNumber = std::uint32_t;
inline constexpr WordNumber kNotListed = ~WordNumber{0};

// FNV-1a hash with 32 bits, computed letter by letter: hash_with() of the hash of "raad" and 's' is
// the hash of "raads". The compound splitter extends a piece by one letter at a time.
inline constexpr std::uint32_t kNoLetters = 2166136261u;
constexpr std::uint32_t hash_with(std::uint32_t hash, char letter) {
  return (hash ^ static_cast<unsigned char>(letter)) * 16777619u;
}

class Lexicon {
 public:
  // Throws Error(malformed) when the file is not a lexicon or is damaged.
  explicit Lexicon(Bytes file);

  std::size_t size() const { return begins_.size() - 1; }  // in words

  // Both return kNotListed when the lexicon does not have the word. `hash` is the hash of `word`.
  WordNumber find(std::string_view word) const;
  WordNumber find(std::string_view word, std::uint32_t hash) const;

  std::string_view text(WordNumber word) const {
    return std::string_view(letters_).substr(begins_[word], begins_[word + 1] - begins_[word]);
  }
  WordNumber lemma(WordNumber word) const { return lemmas_[word]; }
  // The words that have this lemma, including the lemma, in byte order.
  std::span<const WordNumber> forms(WordNumber lemma) const {
    return std::span(forms_).subspan(form_begins_[lemma],
                                     form_begins_[lemma + 1] - form_begins_[lemma]);
  }

  // Weights from 1 to 7 of the word as a modifier (a part before the last) and as the head (the
  // last part) of a compound; 0 when the word may not be that part.
  int as_modifier(WordNumber word) const { return weights_[word] & 7; }
  int as_head(WordNumber word) const { return weights_[word] >> 3 & 7; }
  bool is_verb(WordNumber word) const { return (weights_[word] & 64) != 0; }
  // Whether the word must never be split, although it looks like a compound: "maatregel".
  bool is_whole(WordNumber word) const { return (weights_[word] & 128) != 0; }
  // Whether people seldom type this form: "werkten", "gevoeligst".
  bool is_seldom(WordNumber word) const { return seldom_[word]; }

 private:
  struct Streams;
  void read_words(const Streams& streams);
  void read_lemmas(const Streams& streams);
  void make_slots();
  void make_forms();

  std::string letters_;
  std::vector<std::uint32_t> begins_;
  std::vector<WordNumber> lemmas_;
  std::string weights_;
  std::vector<bool> seldom_;
  std::vector<WordNumber> slots_;  // hash table with linear probing; its size is a power of two
  std::vector<WordNumber> forms_;
  std::vector<std::uint32_t> form_begins_;
};

}  // namespace landkaart::inline v0
