// SPDX-License-Identifier: EUPL-1.2
// Lexicon, the folded Dutch words with their lemmas, and how well each serves in compounds. The
// file is described in content-pack/lexicon/lexicon_file.py, which writes it.
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

// The hash of a word, letter by letter, so that the hash of each longer piece costs one step.
inline constexpr std::uint32_t kNoLetters = 2166136261u;
constexpr std::uint32_t hash_with(std::uint32_t hash, char letter) {
  return (hash ^ static_cast<unsigned char>(letter)) * 16777619u;
}

class Lexicon {
 public:
  // Throws Error(malformed).
  explicit Lexicon(Bytes file);

  std::size_t size() const { return begins_.size() - 1; }  // in words

  WordNumber find(std::string_view word) const;
  WordNumber find(std::string_view word, std::uint32_t hash) const;

  std::string_view text(WordNumber word) const {
    return std::string_view(letters_).substr(begins_[word], begins_[word + 1] - begins_[word]);
  }
  WordNumber lemma(WordNumber word) const { return lemmas_[word]; }
  // The words with this lemma, itself among them, in order of bytes.
  std::span<const WordNumber> forms(WordNumber lemma) const {
    return std::span(forms_).subspan(form_begins_[lemma],
                                     form_begins_[lemma + 1] - form_begins_[lemma]);
  }

  // How well it serves as first or middle and as last part of a compound: 1 … 7, or 0 for never.
  int as_modifier(WordNumber word) const { return weights_[word] & 7; }
  int as_head(WordNumber word) const { return weights_[word] >> 3 & 7; }
  bool is_verb(WordNumber word) const { return (weights_[word] & 64) != 0; }
  // Looks like a compound, and is none.
  bool is_whole(WordNumber word) const { return (weights_[word] & 128) != 0; }
  // A form that hardly anyone types: werkten, gevoeligst.
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
  std::vector<WordNumber> slots_;  // open addressing; a power of two
  std::vector<WordNumber> forms_;
  std::vector<std::uint32_t> form_begins_;
};

}  // namespace landkaart::inline v0
