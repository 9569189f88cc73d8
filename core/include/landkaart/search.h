// SPDX-License-Identifier: EUPL-1.2
// The options and the results of Pack::search() and Pack::suggest().
//
// The work of a search is bounded, so that a query made to be slow cannot stall other queries. The
// bounds rarely change the answers of ordinary queries:
//
// - Of a query, the first 4096 bytes, 48 words, 8 phrases and 8 exclusions count. Equal ones count
//   once.
// - A beginning such as "installa*" stands for the 64 words that are in most items. When all words
//   of a query, with their completions, synonyms and corrections, have more than 1,000,000 matches
//   plus 48 for each item of the pack, or are more than 640 words, each word of the query keeps
//   its closest alternatives only.
// - The phrases of a query, also those to exclude, are looked up in as many items as
//   1,500,000 word positions plus 28 for each item of the pack suffice for. A pack without
//   positions has an allowance in bytes of text instead: 4,000,000 for up to 1000 items, and for
//   more items 750,000 plus 12 for each. An item counts for 4096 bytes more than its text. The
//   items with the highest scores for the words of the phrase are looked at first. Another item
//   counts as if it had the phrase when it has all of its words, and scores less.
//
// A search, total(), facets() and suggestion() throw Error(limit_exceeded) in a pack whose
// dictionary makes a query take more work than any dictionary of real words does.
#pragma once

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "landkaart/export.h"
#include "landkaart/item.h"
#include "landkaart/match_sort.h"

namespace landkaart::inline v0 {

class Pack;
class SearchState;

enum class Match {
  any,  // an item must match at least one word of the query
  all,  // an item must match every word of the query
};

// A filter that is left out accepts every item. An item must pass every filter that is given. A
// filter with a list of values accepts an item that has at least one of them. A value that the pack
// does not have, such as the id of an unknown theme, is no error: no item has it.
//
// `purpose`, `group_size`, `max_minutes`, `max_difficulty` and `obstacle` accept work forms only.
//
// `kind:NAME`, `theme:ID` and `purpose:NAME` in the query are filters too. They apply where the
// corresponding filter below is left out.
struct SearchOptions {
  std::size_t limit = 10;  // the most hits to return
  std::size_t offset = 0;  // the number of best hits to skip
  std::vector<Kind> kinds = {};
  std::vector<std::string> themes = {};  // ids
  std::vector<std::string> tags = {};
  std::string language = {};  // a BCP 47 tag, as Item::language() returns it
  std::optional<Purpose> purpose = std::nullopt;
  std::optional<int> group_size = std::nullopt;   // people: within the form's minimum and maximum
  std::optional<int> max_minutes = std::nullopt;  // at least the form's shortest duration
  std::optional<Difficulty> max_difficulty = std::nullopt;
  std::string obstacle = {};  // an id: only the work forms on the route of this obstacle
  Match match = Match::any;
  bool as_you_type = false;  // the last word may be the beginning of a word
  // The most time that the search may take, and that total() and facets() of its result may take
  // each. A call that would take longer throws Error(time_limit_exceeded) soon after that time. The
  // check is made once for every 4096 documents or so, so a call may exceed the limit by a few
  // milliseconds.
  std::optional<std::chrono::nanoseconds> time_limit = std::nullopt;
};

// Bytes [begin, end) of the text to which it belongs. Both are borders between UTF-8 letters.
struct Highlight {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Highlight&) const = default;
};

struct Snippet {
  std::string text;  // at most about 160 bytes of plain text, in one line
  std::vector<Highlight> highlights;

  // `highlights`, counted in Unicode code points instead of bytes.
  [[nodiscard]] LANDKAART_EXPORT std::vector<Highlight> highlights_in_code_points() const;
};

// A part of the score of a hit. The parts add up:
//
//   Hit::score() = sum of Explanation::score over Hit::explain()
//
// The score of a part is the score of its match, times all_words_factor, times kind_factor.
struct Explanation {
  std::string word;                 // of the query, folded; the whole title for MatchSort::title
  MatchSort sort{};                 // how the item matches the word
  std::string found;                // the lemmas that matched, with spaces between; or the title
  std::vector<std::string> fields;  // that contain them; empty for `title` and for several lemmas
  // The weight of the match before the BM25F weight of the item: in most cases the rarity of the
  // word times a factor for the sort. 1 for a phrase, whose words have their own weights. The whole
  // score of the match for `title` and `passage`.
  double weight = 0;
  // 1 for an item that matches all words of the query, down to 0.65 for an item that matches hardly
  // any: 1 - 0.35 * (rarity of the words that the item lacks / rarity of all words). 1 for
  // `passage`.
  double all_words_factor = 1;
  // 1 for topics, obstacles and work forms, down to 0.6 for terms. 1 for `passage`, and for every
  // item when the pack has items of one kind only or the search asks for one kind.
  double kind_factor = 1;
  double score = 0;
};

// The numbers of people and minutes that a query names ("voor 8 personen", "half uur"). A search
// does not apply them. A program can offer them to its user as filters, and then search again with
// {.group_size = offers.group_size, .max_minutes = offers.max_minutes}.
struct Offers {
  std::optional<int> group_size;
  std::optional<int> max_minutes;
};

// One item that a search found. Cheap to copy; keeps its pack and its query in memory. Only a
// search makes hits.
class LANDKAART_EXPORT Hit {
 public:
  [[nodiscard]] const Item& item() const noexcept { return item_; }
  // BM25F over the words of the query. A title that equals the query, and words at the beginning of
  // the text, raise the score. Missing words and the kind of the item lower it. explain() gives the
  // parts. Only scores of one search can be compared.
  [[nodiscard]] double score() const noexcept { return score_; }

  // The id, kind and title of item().
  [[nodiscard]] std::string id() const { return item_.id(); }
  [[nodiscard]] Kind kind() const { return item_.kind(); }
  [[nodiscard]] std::string_view title() const { return item_.title(); }

  // The passage with the most words of the query, of the first 262,144 bytes of the summary and
  // body. Reads the body.
  [[nodiscard]] Snippet snippet() const;
  // The parts of the score: one for each word or phrase of the query that the item matches; then
  // one for the title, when the query is the title; then one for each word of a long query at the
  // beginning of the text.
  [[nodiscard]] std::vector<Explanation> explain() const;

 private:
  friend class SearchState;
  Hit(Item item, std::size_t rank, double score, std::shared_ptr<const SearchState> search)
      : item_(std::move(item)), rank_(rank), score_(score), search_(std::move(search)) {}

  Item item_;
  std::size_t rank_;  // 0 for the first hit of the result
  double score_;
  std::shared_ptr<const SearchState> search_;
};

// The hits of a search, best first: a random-access range that makes each Hit when it is read.
// Cheap to copy; keeps its pack and its query in memory. std::vector<Hit>(hits.begin(), hits.end())
// makes a vector.
class LANDKAART_EXPORT Hits {
 public:
  class Iterator;
  using iterator = Iterator;
  using const_iterator = Iterator;
  using value_type = Hit;

  [[nodiscard]] std::size_t size() const noexcept;
  [[nodiscard]] bool empty() const noexcept { return size() == 0; }
  // Requires index < size().
  [[nodiscard]] Hit operator[](std::size_t index) const;
  // Throws std::out_of_range when index >= size().
  [[nodiscard]] Hit at(std::size_t index) const;
  // The best hit. Requires !empty().
  [[nodiscard]] Hit front() const { return (*this)[0]; }
  // The first hit, and the end after the last one. Iterators are valid as long as this range or a
  // copy of it exists.
  [[nodiscard]] Iterator begin() const noexcept;
  [[nodiscard]] Iterator end() const noexcept;

 private:
  friend class SearchResult;
  explicit Hits(std::shared_ptr<const SearchState> search) : search_(std::move(search)) {}

  std::shared_ptr<const SearchState> search_;
};

// Models std::random_access_iterator. Dereferencing it returns a Hit by value.
class LANDKAART_EXPORT Hits::Iterator {
 public:
  using iterator_concept = std::random_access_iterator_tag;
  using iterator_category = std::input_iterator_tag;
  using value_type = Hit;
  using difference_type = std::ptrdiff_t;
  using reference = Hit;
  using pointer = void;

  Iterator() = default;

  Hit operator*() const;
  Hit operator[](difference_type offset) const { return *(*this + offset); }

  Iterator& operator+=(difference_type offset) {
    rank_ += offset;
    return *this;
  }
  Iterator& operator-=(difference_type offset) { return *this += -offset; }
  Iterator& operator++() { return *this += 1; }
  Iterator& operator--() { return *this -= 1; }
  Iterator operator++(int) {
    const Iterator before = *this;
    ++*this;
    return before;
  }
  Iterator operator--(int) {
    const Iterator before = *this;
    --*this;
    return before;
  }
  friend Iterator operator+(Iterator at, difference_type offset) { return at += offset; }
  friend Iterator operator+(difference_type offset, Iterator at) { return at += offset; }
  friend Iterator operator-(Iterator at, difference_type offset) { return at -= offset; }
  friend difference_type operator-(const Iterator& a, const Iterator& b) {
    return a.rank_ - b.rank_;
  }
  bool operator==(const Iterator& other) const { return rank_ == other.rank_; }
  std::strong_ordering operator<=>(const Iterator& other) const { return rank_ <=> other.rank_; }

 private:
  friend class Hits;
  Iterator(const SearchState* search, difference_type rank) : search_(search), rank_(rank) {}

  const SearchState* search_ = nullptr;
  difference_type rank_ = 0;
};

struct FacetCount {
  std::string value;  // the name of a kind, or the id of a theme
  std::uint64_t count = 0;
};

// The number of matches of each kind and in each theme, in the order of the pack. Kinds and themes
// without matches are left out.
struct Facets {
  std::vector<FacetCount> kinds, themes;
};

// Cheap to copy; keeps its pack and its query in memory. Only Pack::search() makes results.
class LANDKAART_EXPORT SearchResult {
 public:
  Hits hits;

  // The number of items that match. `hits` holds only a part of them (SearchOptions::limit). The
  // first call of total() or facets() visits every match and remembers them.
  [[nodiscard]] std::uint64_t total() const;
  // The number of matches of each kind and in each theme.
  [[nodiscard]] Facets facets() const;
  // The query with unknown words replaced by words of the pack that are spelt nearly the same.
  // Everything else stays as it was typed: phrases, exclusions, beginnings, filters and
  // punctuation. Empty when there is nothing to replace.
  [[nodiscard]] std::optional<std::string> suggestion() const;
  // The numbers of people and minutes that the query names.
  [[nodiscard]] Offers offers() const;

 private:
  friend class Pack;
  explicit SearchResult(std::shared_ptr<const SearchState> search)
      : hits(search), search_(std::move(search)) {}

  std::shared_ptr<const SearchState> search_;
};

// A way to complete the text in a search box: the title of an item, or a word.
struct Suggestion {
  std::string text;
  std::optional<Item> item;  // empty for a word
};

}  // namespace landkaart::inline v0
