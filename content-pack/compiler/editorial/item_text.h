// SPDX-License-Identifier: EUPL-1.2
// ItemText holds the data of one item that the editorial rules use: texts, headings, links and
// pictures with their lines and columns, and some values of the front matter.
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
  unsigned line = 0;    // from 1; 0 when unknown
  unsigned column = 0;  // in code points, from 1; 0 when unknown

  auto operator<=>(const TextPlace&) const = default;  // NOLINT(modernize-use-nullptr)
};

// A continuous text, such as a paragraph, without its markup.
struct Passage {
  enum class Sort {
    prose,      // a paragraph, or text in front matter
    list_item,  // may hold sentences or a few words
    label,      // a heading, a cell of a table, a title: holds no sentences
  };
  // A part of the text that the source has letter by letter, without markup or line ends in
  // between.
  struct Piece {
    std::uint32_t begin = 0;  // offset of the part in `text`, in bytes
    TextPlace place;          // of its first letter
  };

  Sort sort = Sort::prose;
  std::string_view key;  // the front-matter key of the text; empty in a body
  std::string text;
  std::vector<Piece> pieces;  // at least one; the first begins at 0

  // The place of the letter at this offset in `text`.
  TextPlace place_of(std::size_t offset) const;
};

struct TextHeading {
  unsigned level = 0;
  TextPlace place;
};

// A link or a picture in a body. The text of a picture is its alternative text.
struct TextLink {
  std::string text, address;
  TextPlace place;
};

// A mark in a body that other dialects of Markdown know, and a pack does not have.
struct UnsupportedMark {
  enum class Sort { footnote, definition };  // "[^1]", ": text"

  Sort sort = Sort::footnote;
  std::string text;
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
  std::optional<int> minutes;  // nothing when the step has no minutes
  TextPlace place;
};

struct CaptionFile {
  std::string asset;
  TextPlace place;
};

struct ItemText {
  std::string file;
  TextPlace at;  // where the item begins
  // Whether the item is a line of a JSONL file, which other systems export. Lines of its body count
  // from the start of the body.
  bool is_bulk = false;

  std::string id, language;  // the language of the pack when the item has no language of its own
  Kind kind{};
  std::vector<std::string> names;    // title and alternative titles
  std::vector<std::string> sources;  // each as author, year, title
  std::vector<Passage> passages;     // those of the front matter first
  std::vector<TextHeading> headings;
  std::vector<TextLink> links, pictures;
  std::vector<UnsupportedMark> unsupported_marks;
  std::vector<NamedItem> relations;
  DateText valid_from, review_by;
  std::vector<TimedStep> steps;
  int least_minutes = 0, most_minutes = 0;
  std::string video_file;  // path below assets/; empty when the item is no video
  std::optional<CaptionFile> captions;
};

// The first part of a language tag: "nl" for "nl-NL".
std::string_view primary_language(std::string_view tag);

}  // namespace landkaart::inline v0
