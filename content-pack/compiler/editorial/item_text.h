// SPDX-License-Identifier: EUPL-1.2
// ItemText, what an editor reads of one item: its texts and where each stands, its headings, links
// and pictures, and the few values that editorial rules look at.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "landkaart/kind.h"

namespace landkaart::inline v0 {

struct TextPlace {
  unsigned line = 0;
  unsigned column = 0;

  auto operator<=>(const TextPlace&) const = default;  // NOLINT(modernize-use-nullptr)
};

// Text that goes on without a break, with its words as a reader sees them.
struct Passage {
  enum class Sort {
    prose,      // a paragraph, or text in front matter
    list_item,  // perhaps sentences
    label,      // a heading, a cell of a table, a title: no sentences
  };
  // From here on, letters follow each other in the source as they do in the text.
  struct Piece {
    std::uint32_t begin = 0;  // in bytes of the text
    TextPlace place;
  };

  Sort sort = Sort::prose;
  std::string_view key;  // of front matter; empty in a body
  std::string text;
  std::vector<Piece> pieces;  // at least one, the first at 0

  TextPlace place_of(std::size_t offset) const;
};

struct Heading {
  unsigned level = 0;
  TextPlace place;
};

// A link in a body, and a picture; its alternative text is the text of a picture.
struct TextLink {
  std::string text, address;
  TextPlace place;
};

// A relation in front matter, or a link in a body.
struct NamedItem {
  std::string id;
  TextPlace place;
};

struct DateText {
  std::string text;  // YYYY-MM-DD; empty when there is none
  TextPlace place;
};

struct TimedStep {
  std::optional<int> minutes;
  TextPlace place;
};

struct CaptionFile {
  std::string asset;
  TextPlace place;
};

struct ItemText {
  std::string file;
  TextPlace at;  // where the item begins
  // A line of many that another system wrote. Places in its body count from the start of the body.
  bool is_bulk = false;

  std::string id, language;  // the pack's language when it has none of its own
  Kind kind{};
  std::vector<std::string> names;    // title and alternative titles
  std::vector<std::string> sources;  // author, year, title
  std::vector<Passage> passages;     // front matter first
  std::vector<Heading> headings;
  std::vector<TextLink> links, pictures;
  std::vector<NamedItem> relations;
  DateText valid_from, review_by;
  std::vector<TimedStep> steps;
  int least_minutes = 0, most_minutes = 0;
  std::string video_file;  // an asset
  std::optional<CaptionFile> captions;
};

// "nl" of "nl-NL".
std::string_view primary_language(std::string_view tag);

}  // namespace landkaart::inline v0
