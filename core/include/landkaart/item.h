// SPDX-License-Identifier: EUPL-1.2
// Item, a handle to one piece of the material: a theme, topic, obstacle, work form, …
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "landkaart/kind.h"

namespace landkaart::inline v0 {

class Item;
class PackState;

struct Step {
  std::string title;
  std::optional<int> minutes;
};

// Cheap to copy, immutable, safe from any number of threads; keeps its pack alive. Views it returns
// are valid as long as any handle to the pack lives. Every call may throw Error when the file is
// damaged.
class Item {
 public:
  struct Link;
  struct Related;

  std::string id() const;
  Kind kind() const;
  std::string_view title() const;
  std::string_view summary() const;   // empty when it has none
  std::string_view language() const;  // BCP 47
  std::vector<Item> themes() const;
  std::vector<std::string_view> tags() const;

  // Of a work form; empty, or 0 to 0, for other kinds.
  std::optional<Purpose> purpose() const;
  std::optional<Difficulty> difficulty() const;
  Range group_size() const;  // people
  Range minutes() const;

  // The links that this item makes, in the order written, and those that lead to it.
  std::vector<Link> links() const;
  std::vector<Link> backlinks() const;
  std::vector<Item> linked(LinkType type) const;

  // What a reader of this item may want next, best first, at most 16; found when the pack was
  // built. Each comes with the reason, which is read from the links and both texts.
  std::vector<Related> related() const;

  // The body, each time inflated anew: HTML of a small safe subset, plain text, or Markdown.
  std::string html() const;
  std::string text() const;
  std::string markdown() const;

  std::vector<Step> steps() const;
  // A front-matter value by its key: text as it is, anything else as JSON; empty when it is not
  // there.
  std::string property(std::string_view key) const;
  // Everything as one JSON object; docs/json.md gives its shape.
  std::string json() const;

  bool operator==(const Item& other) const;

 private:
  friend class PackState;
  Item(std::shared_ptr<const PackState> pack, std::uint32_t ordinal)
      : pack_(std::move(pack)), ordinal_(ordinal) {}

  std::shared_ptr<const PackState> pack_;
  std::uint32_t ordinal_;
};

// A typed link, seen from one of its ends; `item` is the other end.
struct Item::Link {
  LinkType type;
  Item item;
};

// At least one reason is given, unless the items only share words that are not telling by
// themselves.
struct Item::Related {
  Item item;
  bool is_linked = false;          // one of them links to the other
  std::vector<Item> through;       // what both are linked with, at most three
  std::vector<std::string> words;  // that both have, the most telling first, at most three
};

}  // namespace landkaart::inline v0
