// SPDX-License-Identifier: EUPL-1.2
#include "core/search/spelling.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/format/string_dictionary_layout.h"
#include "core/text/utf8.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {

unsigned allowed_edits(std::size_t letters) { return letters <= 4 ? 0 : letters <= 8 ? 1 : 2; }

unsigned edit_distance(std::string_view a, std::string_view b, unsigned most) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > most) return most + 1;
  // Further than `most` from the diagonal there is nothing near enough.
  std::vector<unsigned> before(b.size() + 1, most + 1);
  std::vector<unsigned> previous = before;
  std::vector<unsigned> current = before;
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

constexpr std::size_t kMostLetters = 63;  // bits, and one for none
constexpr unsigned kFirstLetter = 1;      // what an edit of the first letter costs more

// The edit distances between beginnings of the wanted word and beginnings of a key, as bits (Wu and
// Manber, 1992; with swaps, Hyyro, 2003). There is a row for each letter of the key; rows are kept,
// since the next key of a sorted list shares its beginning with this one.
class EditRows {
 public:
  EditRows(std::string_view wanted, unsigned most) : letters_(wanted.size()), most_(most) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      places_[static_cast<unsigned char>(wanted[i])] |= kNothing << (i + 1);
    }
    rows_[0].fill(kNothing);
    for (unsigned edits = kFirstLetter + 1; edits <= kMostEdits; ++edits) {
      rows_[0][edits] |= rows_[0][edits - 1] << 1;  // without its first letters
    }
  }

  // Computes the row after `depth` + 1 letters of the key, of which the last is key[depth]. False
  // when no key that begins so can be near enough.
  bool add(std::string_view key, std::size_t depth) {
    const Row& before = rows_[depth];
    Row& row = rows_[depth + 1];
    const std::uint64_t here = places_of(key[depth]);
    row[0] = before[0] << 1 & here;
    for (unsigned edits = 1; edits <= most_; ++edits) {
      const std::uint64_t from = before[edits - 1] & ~(depth == 0 ? kNothing : 0);
      row[edits] = (before[edits] << 1 & here) |  // the same letter
                   from | from << 1 |             // one too many, or another one
                   row[edits - 1] << 1;           // one missing
      if (depth > 0) {
        row[edits] |= rows_[depth - 1][edits - 1] << 2 & here << 1 & places_of(key[depth - 1]);
      } else if (edits == kFirstLetter + 1) {
        row[edits] |= kNothing | kNothing << 1;
      } else if ((key[0] == 'c' && (places_of('k') & kNothing << 1) != 0) ||
                 (key[0] == 'k' && (places_of('c') & kNothing << 1) != 0)) {
        row[edits] |= kNothing << 1;  // "kontrole", as it was spelt before
      }
    }
    return (row[most_] & (kNothing << letters_ | ((kNothing << letters_) - 1))) != 0;
  }

  // Between the wanted word and the first `letters` letters of the key.
  unsigned distance(std::size_t letters) const {
    unsigned edits = 0;
    while (edits <= most_ && (rows_[letters][edits] >> letters_ & 1) == 0) ++edits;
    return edits;
  }

 private:
  static constexpr unsigned kMostEdits = 2;
  static constexpr std::uint64_t kNothing = 1;  // the bit of no letter of the wanted word
  // Bit i of number n: the first i letters of the wanted word can be reached with n edits.
  using Row = std::array<std::uint64_t, kMostEdits + 1>;

  std::uint64_t places_of(char letter) const { return places_[static_cast<unsigned char>(letter)]; }

  std::size_t letters_;
  unsigned most_;
  std::array<std::uint64_t, 256> places_{};  // of each letter in the wanted word
  std::array<Row, kMostLetters + 1> rows_;
};

// The entries of a front-coded block. Most are passed over, and that must not put their keys
// together.
class BlockEntries {
 public:
  explicit BlockEntries(Bytes block) : cursor_(block, "a dictionary's block") {}

  bool next() {
    if (cursor_.at_end()) return false;
    entry_ = read_dictionary_entry(cursor_);
    if (entry_.shared > length_) cursor_.fail("shares more than the previous key has");
    length_ = entry_.shared + entry_.suffix.size();
    return true;
  }
  // Letters that the key has in common with the one before.
  std::size_t shared() const { return entry_.shared; }

  // Puts the key together and gives the value. Requires that since the last entry taken only such
  // were passed over as have more in common with it.
  Bytes take() {
    key_.resize(entry_.shared);
    key_ += entry_.suffix;
    return entry_.value;
  }
  const std::string& key() const { return key_; }

 private:
  Cursor cursor_;
  DictionaryEntry entry_;
  std::size_t length_ = 0;  // of the key, taken or not
  std::string key_;
};

class NearWords {
 public:
  NearWords(const SearchIndex& index, std::string_view word, std::size_t count, bool of_prefix)
      : index_(index),
        word_(word),
        count_(count),
        of_prefix_(of_prefix),
        most_(allowed_edits(word.size())),
        rows_(word, most_) {}

  std::vector<NearWord> find() {
    index_.terms().visit_blocks(
        [this](std::string_view first, std::string_view next) { return may_hold(first, next); },
        [this](Bytes block, std::uint32_t rank) { visit(block, rank); });
    std::ranges::sort(found_, [](const NearWord& a, const NearWord& b) {
      return std::tuple(a.distance, b.is_whole, b.document_frequency, std::string_view(a.word)) <
             std::tuple(b.distance, a.is_whole, a.document_frequency, std::string_view(b.word));
    });
    if (found_.size() > count_) found_.resize(count_);
    return std::move(found_);
  }

 private:
  // All keys of a block begin with what its first key and the next block's have in common. Rows
  // are kept from block to block, as are those of the keys inside.
  bool may_hold(std::string_view first, std::string_view next) {
    const auto common = [](std::string_view a, std::string_view b) {
      return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    };
    alive_ = std::min(alive_, common(previous_first_, first));
    previous_first_ = first;
    const std::size_t shared = common(first, next);
    alive_ = std::min(alive_, shared);
    for (; alive_ < shared; ++alive_) {
      if (alive_ >= kMostLetters || !rows_.add(first, alive_))
        return of_prefix_ && nearest_beginning(alive_) <= most_;
    }
    return true;
  }

  void visit(Bytes block, std::uint32_t rank) {
    BlockEntries entries(block);
    std::size_t computed = alive_;    // letters of the key that have a row
    std::size_t dead_at = kNoLetter;  // a key that keeps so many letters of this one is not near
    unsigned near = most_ + 1;
    for (bool first = true; entries.next(); ++rank, first = false) {
      const bool dead = !first && entries.shared() >= dead_at;
      if (dead && near > most_) continue;
      computed = first ? alive_ : std::min(computed, entries.shared());
      const Bytes value = entries.take();
      if (!dead) near = compute(entries.key(), computed, dead_at);
      is_whole_ = !dead && dead_at == kNoLetter && rows_.distance(entries.key().size()) <= most_;
      if (near <= most_) add(entries.key(), value, rank, near);
    }
  }

  // How near a key is of which so many letters have a row, and with how many it is past hope.
  unsigned compute(const std::string& key, std::size_t& computed, std::size_t& dead_at) {
    dead_at = kNoLetter;
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

  unsigned nearest_beginning(std::size_t letters) const {
    unsigned nearest = most_ + 1;
    for (std::size_t i = 0; i <= letters; ++i) nearest = std::min(nearest, rows_.distance(i));
    return nearest;
  }

  void add(const std::string& key, Bytes value, std::uint32_t rank, unsigned distance) {
    const TermEntry entry = decode_term_entry(value, key, index_.header().has_positions);
    if (entry.form_number == 0 || key == word_) return;
    const std::uint32_t frequency = entry.refers_back > 0
                                        ? index_.term_at(key, value, rank).document_frequency()
                                        : entry.words.document_frequency;
    found_.push_back({std::string(checked_utf8(key)), distance, frequency, is_whole_});
  }

  static constexpr std::size_t kNoLetter = static_cast<std::size_t>(-1);

  const SearchIndex& index_;
  std::string_view word_;
  std::size_t count_;
  bool of_prefix_;
  unsigned most_;
  EditRows rows_;
  std::string_view previous_first_;  // key of the block before
  std::size_t alive_ = 0;            // letters that all keys of a block share and that have a row
  bool is_whole_ = false;            // the key that was computed last
  std::vector<NearWord> found_;
};

}  // namespace

std::vector<NearWord> near_words(const SearchIndex& index, std::string_view word, std::size_t count,
                                 bool of_prefix) {
  if (count == 0 || allowed_edits(word.size()) == 0 || word.size() > kMostLetters) return {};
  return NearWords(index, word, count, of_prefix).find();
}

}  // namespace landkaart::inline v0
