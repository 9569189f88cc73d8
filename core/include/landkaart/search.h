// SPDX-License-Identifier: EUPL-1.2
// The answer to a search: hits at once, everything else when it is asked for.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "landkaart/export.h"
#include "landkaart/item.h"
#include "landkaart/match_sort.h"

namespace landkaart::inline v0 {

enum class Match { any, all };

struct SearchOptions {
  std::size_t limit = 10;
  std::size_t offset = 0;  // hits to leave out from the top
  std::optional<Kind> kind = std::nullopt;
  std::string theme = {};  // an id; an unknown one finds nothing
  std::optional<Purpose> purpose = std::nullopt;
  Match match = Match::any;
  bool as_you_type = false;  // the last word may be the beginning of one
};

// Bytes [begin, end) of the text it belongs to, at borders of UTF-8 letters.
struct Highlight {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Highlight&) const = default;
};

struct Snippet {
  std::string text;  // about 160 bytes of plain text, in one line
  std::vector<Highlight> highlights;

  // The same, counted in Unicode code points instead of bytes.
  LANDKAART_EXPORT std::vector<Highlight> highlights_in_code_points() const;
};

// One word of a query in one hit: what answered it, and how much that counted.
struct Explanation {
  std::string word;   // as typed, folded
  MatchSort sort{};   // how the answer relates to the word
  std::string found;  // the lemmas that answered it
  std::vector<std::string> fields;  // where they stand; empty for words together
  double weight = 0;                // of this answer, with the rarity of the word
  double score = 0;                 // what it added, before the share for having all words
};

// Filters that a question names ("voor 8 personen", "half uur"); offered, never applied.
struct Offers {
  std::optional<int> group_size;
  std::optional<int> max_minutes;
};

class SearchState;

class LANDKAART_EXPORT Hit {
 public:
  Hit(Item item, std::uint32_t document, double score, std::shared_ptr<const SearchState> search)
      : item_(std::move(item)), document_(document), score_(score), search_(std::move(search)) {}

  const Item& item() const { return item_; }
  // BM25F over the words, less where words are missing, and by the kind of the item: topics,
  // obstacles and work forms count in full, a term for 0.6. Comparable within one answer only.
  double score() const { return score_; }
  std::string id() const { return item_.id(); }
  Kind kind() const { return item_.kind(); }
  std::string_view title() const { return item_.title(); }
  // Inflates the body of the item.
  Snippet snippet() const;
  // What made the score, one for each word that was found.
  std::vector<Explanation> explain() const;

 private:
  Item item_;
  std::uint32_t document_;
  double score_;
  std::shared_ptr<const SearchState> search_;
};

struct FacetCount {
  std::string value;  // the name of a kind, or the id of a theme
  std::uint64_t count = 0;
};

// How many matches there are of each sort, in the order of the pack.
struct Facets {
  std::vector<FacetCount> kinds, themes;
};

class LANDKAART_EXPORT SearchResult {
 public:
  explicit SearchResult(std::shared_ptr<const SearchState> search) : search_(std::move(search)) {}

  std::vector<Hit> hits;  // best first

  // These visit every match, each time they are called.
  std::uint64_t total() const;
  Facets facets() const;
  // The query with unknown words mended, when a known word is near.
  std::optional<std::string> suggestion() const;
  Offers offers() const;

 private:
  std::shared_ptr<const SearchState> search_;
};

// What completes the text in a search box: the title of an item, or a word.
struct Suggestion {
  std::string text;
  std::optional<Item> item;
};

}  // namespace landkaart::inline v0
