// SPDX-License-Identifier: EUPL-1.2
// Item, one piece of the material in a pack: a theme, topic, obstacle, work form and so on.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "landkaart/export.h"
#include "landkaart/heading.h"
#include "landkaart/kind.h"
#include "landkaart/lazy_range.h"

namespace landkaart::inline v0 {

class Item;
class PackState;

// A step of a work form.
struct Step {
  std::string title;
  std::optional<int> minutes;
};

// A handle to an item: cheap to copy, immutable, and safe to use from several threads. It keeps its
// pack alive. A std::string_view that a function returns is valid while any handle to the pack
// lives. A function throws Error (damaged, malformed, limit_exceeded) when the part of the pack
// that it reads is damaged.
class LANDKAART_EXPORT Item {
 public:
  struct Link;
  struct Related;

  // 1 to 128 of the characters a-z, 0-9 and "-"; unique in the pack.
  [[nodiscard]] std::string id() const;

  [[nodiscard]] Kind kind() const;
  [[nodiscard]] std::string_view title() const;
  [[nodiscard]] std::string_view summary() const;   // empty when the item has none
  [[nodiscard]] std::string_view language() const;  // BCP 47, such as "nl"
  [[nodiscard]] std::vector<Item> themes() const;
  [[nodiscard]] std::vector<std::string_view> tags() const;

  // The reason for using a work form. Empty for an item of another kind.
  [[nodiscard]] std::optional<Purpose> purpose() const;
  // The experience that a work form needs. Empty for an item of another kind.
  [[nodiscard]] std::optional<Difficulty> difficulty() const;
  // For how many people a work form is suited. 0 to 0 for an item of another kind.
  [[nodiscard]] Range group_size() const;
  // The least and greatest duration of a work form, in minutes. 0 to 0 for an item of another kind.
  [[nodiscard]] Range minutes() const;

  // The links from this item to others, in the order in which the author wrote them; at most
  // limits::kLinks. The calls for links decode the links of up to 32 neighbouring items, and need
  // about 50 bytes of memory for each link that they return.
  [[nodiscard]] std::vector<Link> links() const;
  // The links from other items to this one, in order of link type; at most one from each item by
  // each type.
  [[nodiscard]] std::vector<Link> backlinks() const;
  // The links of links(), each made when an iterator is dereferenced.
  [[nodiscard]] LazyRange<Link> link_range() const;
  // The links of backlinks(), made in the same way.
  [[nodiscard]] LazyRange<Link> backlink_range() const;
  // The items to which links() has links of one type, in the same order.
  [[nodiscard]] std::vector<Item> linked(LinkType type) const;

  // Items about the same subject, most similar first, at most limits::kRelatedItems. The compiler
  // chose them when it built the pack. The reasons are worked out by this call, from the links of
  // the items and the first 64 KiB of their texts, so the call reads the body of this item and of
  // each related item. It does not read a body whose document has more than 1 MiB.
  [[nodiscard]] std::vector<Related> related() const;

  // The body as HTML of the safe subset that the format allows. Each of the calls for a body and
  // for values below parses the document of the item, which has at most limits::kDocumentBytes, and
  // inflates it unless the pack holds it in memory (OpenOptions::cache_bytes). Such a call takes
  // time in proportion to the document and its result, and at most 64 MiB of memory above them.
  [[nodiscard]] std::string html() const;
  // The body as plain text, of less than 16 MiB.
  [[nodiscard]] std::string text() const;
  // The body as Markdown, of less than 16 MiB.
  [[nodiscard]] std::string markdown() const;

  // The headings of the body, in order. The HTML of html() has no ids. A program that shows it
  // gives each heading its anchor as id, so that links to anchors work.
  [[nodiscard]] std::vector<Heading> headings() const;

  // The steps of a work form, in order. Empty when the item has no steps.
  [[nodiscard]] std::vector<Step> steps() const;
  // The value of a front-matter key that has no function of its own, such as "sources" or
  // "x-number": a text as it is, any other value as JSON. Empty when the item lacks the key.
  [[nodiscard]] std::optional<std::string> property(std::string_view key) const;
  // The item as one JSON object: its labels, numbers, front matter, links and body. docs/json.md
  // describes the object.
  [[nodiscard]] std::string json() const;

  // Items are equal when they are the same item of the same opened pack. Opening a file twice makes
  // two packs, whose items differ.
  bool operator==(const Item& other) const noexcept;

 private:
  friend class PackState;
  friend struct std::hash<Item>;
  [[nodiscard]] std::size_t hash() const noexcept;
  Item(std::shared_ptr<const PackState> pack, std::uint32_t ordinal)
      : pack_(std::move(pack)), ordinal_(ordinal) {}

  std::shared_ptr<const PackState> pack_;
  std::uint32_t ordinal_;
};

// A typed link. `item` is the other end: the target in links(), the origin in backlinks().
struct Item::Link {
  LinkType type;
  Item item;
};

// A related item with the reasons why it is related. All three reasons can be absent: the items
// then share only words that are too common to name.
struct Item::Related {
  Item item;
  bool is_linked = false;          // one item links to the other; translations do not count
  std::vector<Item> through;       // items that are linked with both, at most 3
  std::vector<std::string> words;  // words in both items, most distinctive first, at most 3
};

using ItemRange = LazyRange<Item>;
using LinkRange = LazyRange<Item::Link>;

}  // namespace landkaart::inline v0

// Equal items have equal hashes. The hash of an item can differ between runs of a program.
template <>
struct std::hash<landkaart::Item> {
  [[nodiscard]] std::size_t operator()(const landkaart::Item& item) const noexcept {
    return item.hash();
  }
};
