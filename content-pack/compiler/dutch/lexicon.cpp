// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/dutch/lexicon.h"

#include <bit>
#include <numeric>

#include "core/base/cursor.h"
#include "core/format/inflate.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::string_view kLexiconMagic("LKLEXIC\x01", 8);
constexpr char kLastLetter = '\x80';  // the bit that marks the last letter of each word

std::string inflated(Cursor& cursor) {
  const std::uint32_t length = cursor.u32();
  const std::uint32_t deflated = cursor.u32();
  return inflate(cursor.read(deflated), length);
}

// The change from a word to its lemma: remove `cut` letters at the end, then append `text`.
struct Ending {
  std::size_t cut;
  std::string_view text;
};

std::vector<Ending> endings_in(std::string_view stream, std::size_t count) {
  std::vector<Ending> endings(count);
  Cursor cursor(as_bytes(stream), "lexicon");
  for (Ending& ending : endings) {
    ending.cut = cursor.u8();
    const std::string_view rest = stream.substr(cursor.position());
    ending.text = rest.substr(0, rest.find('\n'));
    cursor.read(ending.text.size() + 1);
  }
  return endings;
}

}  // namespace

struct Lexicon::Streams {
  std::size_t words = 0;
  std::size_t endings = 0;
  std::string ending_texts, shared, rest, lemmas;
};

Lexicon::Lexicon(Bytes file) {
  Cursor cursor(file, "lexicon");
  if (as_text(cursor.read(kLexiconMagic.size())) != kLexiconMagic) cursor.fail("is not a lexicon");
  Streams streams;
  streams.words = cursor.u32();
  streams.endings = cursor.u32();
  streams.ending_texts = inflated(cursor);
  streams.shared = inflated(cursor);
  streams.rest = inflated(cursor);
  streams.lemmas = inflated(cursor);
  weights_ = inflated(cursor);
  if (streams.shared.size() != streams.words || weights_.size() != streams.words) {
    cursor.fail("has streams that do not agree");
  }
  read_words(streams);
  make_slots();
  read_lemmas(streams);
  make_forms();
}

void Lexicon::read_words(const Streams& streams) {
  begins_.reserve(streams.words + 1);
  Cursor rest(as_bytes(streams.rest), "lexicon");
  std::size_t previous = 0;
  for (const char shared : streams.shared) {
    const std::size_t begin = letters_.size();
    begins_.push_back(static_cast<std::uint32_t>(begin));
    const auto common = static_cast<unsigned char>(shared);
    if (common > begin - previous) rest.fail("has a word that shares too much");
    letters_.append(letters_, previous, common);
    char letter;
    do {
      letter = static_cast<char>(rest.u8());
      letters_.push_back(static_cast<char>(letter & 0x7f));
    } while ((letter & kLastLetter) == 0);
    previous = begin;
  }
  begins_.push_back(static_cast<std::uint32_t>(letters_.size()));
}

void Lexicon::read_lemmas(const Streams& streams) {
  const std::vector<Ending> endings = endings_in(streams.ending_texts, streams.endings);
  Cursor numbers(as_bytes(streams.lemmas), "lexicon");
  lemmas_.reserve(streams.words);
  std::string lemma;
  for (WordNumber word = 0; word < streams.words; ++word) {
    const std::uint64_t code = numbers.varint();
    const std::uint64_t number = code / 2;
    seldom_.push_back(code % 2 != 0);
    if (number >= endings.size() || endings[number].cut > text(word).size()) {
      numbers.fail("has a lemma that cannot be made");
    }
    lemma = text(word).substr(0, text(word).size() - endings[number].cut);
    lemma += endings[number].text;
    lemmas_.push_back(find(lemma));
    if (lemmas_.back() == kNotListed) numbers.fail("lacks a lemma");
  }
}

void Lexicon::make_slots() {
  slots_.assign(std::bit_ceil(size() * 2 + 1), kNotListed);
  for (WordNumber word = 0; word < size(); ++word) {
    std::uint32_t hash = kNoLetters;
    for (const char letter : text(word)) hash = hash_with(hash, letter);
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot] != kNotListed) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = word;
  }
}

void Lexicon::make_forms() {
  form_begins_.assign(size() + 1, 0);
  for (const WordNumber lemma : lemmas_) ++form_begins_[lemma + 1];
  std::partial_sum(form_begins_.begin(), form_begins_.end(), form_begins_.begin());
  std::vector<std::uint32_t> next(form_begins_.begin(), form_begins_.end() - 1);
  forms_.resize(size());
  for (WordNumber word = 0; word < size(); ++word) forms_[next[lemmas_[word]]++] = word;
}

WordNumber Lexicon::find(std::string_view word) const {
  std::uint32_t hash = kNoLetters;
  for (const char letter : word) hash = hash_with(hash, letter);
  return find(word, hash);
}

WordNumber Lexicon::find(std::string_view word, std::uint32_t hash) const {
  std::size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot] != kNotListed && text(slots_[slot]) != word) {
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slots_[slot];
}

}  // namespace landkaart::inline v0
