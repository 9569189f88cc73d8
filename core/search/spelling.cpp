// SPDX-License-Identifier: EUPL-1.2
// How near_words() finds the words of a dictionary within k edits of a typed word (k is 1 or 2).
//
// Problem. The dictionary of a pack can hold a million words. Comparing the typed word with each of
// them by dynamic programming costs letters * letters steps a word, which is too slow for a search
// box.
//
// Idea. One row of the dynamic programme fits in k + 1 machine words (Wu and Manber, "Fast text
// searching allowing errors", 1992; swaps of neighbours after Hyyrö, 2003). Bit i of word n says:
// the first i letters of the typed word can become the first d letters of the key with n edits. The
// row for d + 1 letters follows from the rows for d and d - 1 letters in a few shifts. The distance
// of a whole key is the least n whose bit for the whole typed word is set.
//
// The dictionary is sorted, so a key shares its first letters with the key before it, and the rows
// for those letters are kept: the walk visits the dictionary as if it were a trie. Once a row has
// no bit set, no key with that beginning can be near, and the walk skips every key that shares the
// beginning. The same test on the first keys of blocks and of pages of blocks skips those whole,
// without reading them.
//
// Edits of the first letter count as two, because people seldom mistype it and words that differ in
// it are many ("raad", "daad", "maat"). Exceptions are pairs such as c and k in Dutch, and a swap
// of the first two letters: they count as one.
//
// Invariant. rows_[0] to rows_[computed] belong to the first `computed` letters of the key at hand.
// Before a key is looked at, `computed` is lowered to the number of letters that the key shares
// with the key before it (NearWords::visit) or that all keys of the block share
// (NearWords::may_hold).
//
// End. Every block is offered at most once, every entry of a visited block is read once, and a row
// is computed for a letter of a key at most once; a key has at most 63 letters that get a row.
#include "core/search/spelling.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <tuple>

#include "core/format/string_dictionary_layout.h"
#include "core/text/utf8.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {

unsigned allowed_edits(std::size_t bytes) { return bytes <= 4 ? 0 : bytes <= 8 ? 1 : 2; }

unsigned edit_distance(std::string_view a, std::string_view b, unsigned most) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > most) return most + 1;
  // Three rows of the dynamic programme. Only cells within `most` of the diagonal are computed:
  // every other cell is greater than `most`.
  // The rows of most words fit in an array, which spares an allocation for each of them.
  std::array<unsigned, 3 * (limits::kTermBytes + 1)> few_cells;
  std::vector<unsigned> many_cells;
  std::span<unsigned> cells = few_cells;
  const std::size_t width = b.size() + 1;
  if (3 * width > cells.size()) {
    many_cells.resize(3 * width);
    cells = many_cells;
  }
  std::ranges::fill(cells.first(3 * width), most + 1);
  std::span<unsigned> before = cells.subspan(0, width);
  std::span<unsigned> previous = cells.subspan(width, width);
  std::span<unsigned> current = cells.subspan(2 * width, width);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = static_cast<unsigned>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t first = i > most ? i - most : 1;
    const std::size_t last = std::min(b.size(), i + most);
    current[first - 1] = i > most ? most + 1 : static_cast<unsigned>(i);
    unsigned least = current[first - 1];
    for (std::size_t j = first; j <= last; ++j) {
      const unsigned change = a[i - 1] == b[j - 1] ? 0 : 1;
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
      least = std::min(least, current[j]);
    }
    if (least > most) return most + 1;
    if (last < b.size()) current[last + 1] = most + 1;
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return std::min(previous[b.size()], most + 1);
}

namespace {

constexpr std::size_t kMostLetters = 63;  // a row has 64 bits, one of them for "no letters"
// An edit of the first letter counts as 1 plus this number of edits.
constexpr unsigned kFirstLetterSurcharge = 1;

// The rows for the first letters of a key, see the top of this file.
class EditRows {
 public:
  // `typed` has at most kMostLetters letters; `most` is at most kMostEdits.
  EditRows(std::string_view typed, unsigned most, std::span<const LetterPair> alike_first_letters)
      : typed_(typed), most_(most), alike_first_letters_(alike_first_letters) {
    assert(!typed.empty() && typed.size() <= kMostLetters && most <= kMostEdits);
    for (std::size_t i = 0; i < typed.size(); ++i) {
      places_[static_cast<unsigned char>(typed[i])] |= kNoLetters << (i + 1);
    }
    rows_[0].fill(kNoLetters);
    for (unsigned edits = kFirstLetterSurcharge + 1; edits <= kMostEdits; ++edits) {
      rows_[0][edits] |= rows_[0][edits - 1] << 1;  // the first letters of the typed word deleted
    }
  }

  // Computes the row for the first `letters` + 1 letters of the key. The rows for fewer letters
  // must have been computed. Returns false when no key with this beginning can be near.
  bool add(std::string_view key, std::size_t letters) {
    assert(letters < key.size() && letters < kMostLetters);
    const Row& before = rows_[letters];
    Row& row = rows_[letters + 1];
    const bool is_first = letters == 0;
    const std::uint64_t here = places_of(key[letters]);
    row[0] = before[0] << 1 & here;
    for (unsigned edits = 1; edits <= most_; ++edits) {
      const std::uint64_t edited = before[edits - 1] & ~(is_first ? kNoLetters : 0);
      row[edits] = (before[edits] << 1 & here) |  // the key has the same letter
                   edited |                       // the key has a letter too many
                   edited << 1 |                  // the key has another letter
                   row[edits - 1] << 1;           // the key lacks a letter
      if (!is_first) {                            // the key has the last two letters swapped
        const std::uint64_t before_that = rows_[letters - 1][edits - 1];
        row[edits] |= before_that << 2 & here << 1 & places_of(key[letters - 1]);
      } else if (edits == kFirstLetterSurcharge + 1) {
        row[edits] |= kNoLetters | kNoLetters << 1;
      } else if (is_alike(key[0], typed_[0])) {
        row[edits] |= kNoLetters << 1;
      }
    }
    const std::uint64_t whole = kNoLetters << typed_.size();
    return (row[most_] & (whole | (whole - 1))) != 0;
  }

  // The edits between the typed word and the first `letters` letters of the key, or `most` + 1.
  unsigned distance(std::size_t letters) const {
    unsigned edits = 0;
    while (edits <= most_ && (rows_[letters][edits] >> typed_.size() & 1) == 0) ++edits;
    return edits;
  }

 private:
  static constexpr unsigned kMostEdits = 2;
  static constexpr std::uint64_t kNoLetters = 1;  // the bit for none of the letters
  using Row = std::array<std::uint64_t, kMostEdits + 1>;

  std::uint64_t places_of(char letter) const { return places_[static_cast<unsigned char>(letter)]; }

  bool is_alike(char a, char b) const {
    return std::ranges::any_of(alike_first_letters_, [&](const LetterPair& pair) {
      return (pair.first == a && pair.second == b) || (pair.first == b && pair.second == a);
    });
  }

  std::string_view typed_;
  unsigned most_;
  std::span<const LetterPair> alike_first_letters_;
  std::array<std::uint64_t, 256>
      places_{};                            // by letter: bit i + 1 where the typed word has it at i
  std::array<Row, kMostLetters + 1> rows_;  // by number of letters of the key
};

// Reads the entries of a front-coded block. Builds the keys of some entries only, because building
// a key costs more than skipping an entry.
class BlockEntries {
 public:
  explicit BlockEntries(const DictionaryBlock& block) : block_(block) {}

  bool next() { return block_.next(); }
  // The number of letters that this key shares with the key before it.
  std::size_t shared() const { return block_.entry().shared; }
  Bytes value() const { return block_.entry().value; }

  // Precondition: every entry skipped since the last call shares at least as many letters with the
  // key before it as this entry does. Only then do the first letters of the last built key belong
  // to this key too.
  const std::string& build_key() {
    assert(block_.entry().shared <= key_.size());
    key_.resize(block_.entry().shared);
    key_ += block_.entry().suffix;
    return key_;
  }

 private:
  DictionaryBlock block_;
  std::string key_;  // of the entry for which build_key() was called last
};

std::size_t shared_letters(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

class NearWords {
 public:
  NearWords(const SearchIndex& index, std::string_view word, std::size_t count,
            const NearWordOptions& options)
      : index_(index),
        word_(word),
        count_(count),
        of_prefix_(options.of_prefix),
        budget_(options.budget),
        most_(allowed_edits(word.size())),
        rows_(word, most_, options.alike_first_letters) {}

  std::vector<NearWord> find() {
    index_.terms().visit_blocks(
        [this](std::string_view first, std::string_view next) { return may_hold(first, next); },
        [this](const DictionaryBlock& block, std::uint32_t rank) { visit(block, rank); });
    std::ranges::sort(found_, [](const NearWord& a, const NearWord& b) {
      return std::tuple(a.distance, b.is_whole, b.document_frequency, std::string_view(a.word)) <
             std::tuple(b.distance, a.is_whole, a.document_frequency, std::string_view(b.word));
    });
    if (found_.size() > count_) found_.resize(count_);
    return std::move(found_);
  }

 private:
  // Whether a block or page that begins with the key `first`, and is followed by one that begins
  // with the key `next`, may hold a near word. All its keys begin with the letters that the two
  // share.
  bool may_hold(std::string_view first, std::string_view next) {
    block_letters_ = std::min(block_letters_, shared_letters(previous_first_, first));
    previous_first_ = first;
    const std::size_t shared = shared_letters(first, next);
    block_letters_ = std::min(block_letters_, shared);
    for (; block_letters_ < shared; ++block_letters_) {
      if (block_letters_ >= kMostLetters || !rows_.add(first, block_letters_)) {
        return of_prefix_ && nearest_beginning(block_letters_) <= most_;
      }
    }
    return true;
  }

  void visit(const DictionaryBlock& block, std::uint32_t rank) {
    BlockEntries entries(block);
    std::size_t computed = block_letters_;  // rows_ are those of so many letters of the key
    std::size_t dead_at =
        kNever;  // a key that shares so many letters with the last one is not near
    unsigned near = most_ + 1;
    std::size_t work = 0;  // entries and letters
    for (bool is_first = true; entries.next(); ++rank, is_first = false) {
      ++work;
      const bool dead = !is_first && entries.shared() >= dead_at;
      if (dead && near > most_) continue;
      computed = is_first ? block_letters_ : std::min(computed, entries.shared());
      const std::string& key = entries.build_key();
      if (!dead) {
        const std::size_t letters = computed;
        near = compute_rows(key, computed, dead_at);
        work += computed - letters;
      }
      const bool is_whole = !dead && dead_at == kNever && rows_.distance(key.size()) <= most_;
      if (near <= most_) add(key, entries.value(), rank, near, is_whole);
    }
    if (budget_ != nullptr) budget_->spend(work);
  }

  // Computes the rows from `computed` letters to the end of the key, and returns how near the key
  // is. Sets `dead_at` to the number of letters after which no key can be near, or to kNever.
  unsigned compute_rows(const std::string& key, std::size_t& computed, std::size_t& dead_at) {
    dead_at = kNever;
    unsigned near = of_prefix_ ? nearest_beginning(computed) : most_ + 1;
    for (; computed < key.size(); ++computed) {
      if (computed >= kMostLetters || !rows_.add(key, computed)) {
        dead_at = computed + 1;
        return near;
      }
      if (of_prefix_) near = std::min(near, rows_.distance(computed + 1));
    }
    return of_prefix_ ? near : rows_.distance(key.size());
  }

  // The least distance over all beginnings of a key of which `letters` rows are computed.
  unsigned nearest_beginning(std::size_t letters) const {
    unsigned nearest = most_ + 1;
    for (std::size_t i = 0; i <= letters; ++i) nearest = std::min(nearest, rows_.distance(i));
    return nearest;
  }

  void add(const std::string& key, Bytes value, std::uint32_t rank, unsigned distance,
           bool is_whole) {
    const TermEntry entry = decode_term_entry(value, key, index_.header().has_positions);
    if (entry.form_number == 0 || key == word_) return;  // no document contains this form
    const std::uint32_t frequency = entry.refers_back > 0
                                        ? index_.term_at(key, value, rank).document_frequency()
                                        : entry.words.document_frequency;
    found_.push_back({std::string(checked_utf8(key)), distance, frequency, is_whole});
  }

  static constexpr std::size_t kNever = static_cast<std::size_t>(-1);

  const SearchIndex& index_;
  std::string_view word_;
  std::size_t count_;
  bool of_prefix_;
  Budget* budget_;
  unsigned most_;
  EditRows rows_;
  std::string_view previous_first_;  // the first key of the block that was offered before
  std::size_t block_letters_ = 0;    // letters that all keys of a block share and that have a row
  std::vector<NearWord> found_;
};

}  // namespace

std::vector<NearWord> near_words(const SearchIndex& index, std::string_view word, std::size_t count,
                                 const NearWordOptions& options) {
  if (count == 0 || allowed_edits(word.size()) == 0 || word.size() > kMostLetters) return {};
  return NearWords(index, word, count, options).find();
}

}  // namespace landkaart::inline v0
