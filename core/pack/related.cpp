// SPDX-License-Identifier: EUPL-1.2
// Item::related. The pack stores which items are related. The reasons are derived here, from the
// links and the words of both items.
#include <algorithm>

#include "core/pack/item_document.h"
#include "core/pack/pack_state.h"
#include "core/search/shared_words.h"
#include "core/text/markup.h"
#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kMostThrough = 3;
constexpr std::size_t kMostWords = 3;
// Weight of a word in the title, summary or tags. A word in the body has weight 1.
constexpr std::uint32_t kNamed = 2;
// The words of 17 items are compared in one call, so only the first bytes of their bodies count,
// and a body in a document of more than 1 MiB does not count at all.
constexpr std::size_t kMostDocument = 1024 * 1024;
constexpr std::size_t kMostText = 64 * 1024;

// The items that are linked with an item in either direction. Translations do not count.
class Neighbours {
 public:
  Neighbours(const PackState& pack, Ordinal item) {
    for (const LinkRecord& link : pack.links.from(item)) add(link.to, link.type);
    for (const LinkRecord& link : pack.links.to(item)) add(link.from, link.type);
    sorted_ = items_;
    std::ranges::sort(sorted_);
  }

  // First the targets of the item's own links, then the origins of links to it. An item may occur
  // several times.
  const std::vector<Ordinal>& items() const { return items_; }
  bool contains(Ordinal item) const { return std::ranges::binary_search(sorted_, item); }

 private:
  void add(Ordinal item, LinkType type) {
    if (type != LinkType::translation_of) items_.push_back(item);
  }

  std::vector<Ordinal> items_, sorted_;
};

// The first items that are neighbours of both, each once.
std::vector<Ordinal> shared_neighbours(const Neighbours& own, const Neighbours& theirs) {
  std::vector<Ordinal> shared;
  for (const Ordinal between : own.items()) {
    if (shared.size() == kMostThrough) break;
    if (theirs.contains(between) && std::ranges::find(shared, between) == shared.end()) {
      shared.push_back(between);
    }
  }
  return shared;
}

DistinctiveWords words_of(const PackState& pack, Ordinal item) {
  std::string text;
  if (pack.table.body_bytes(item) <= kMostDocument) {
    text = utf8_prefix(to_plain_text(body_of(pack, item)), kMostText);
  }
  std::vector<WeightedText> texts = {{pack.table.title(item), kNamed},
                                     {pack.table.summary(item), kNamed}};
  for (const std::string_view tag : pack.table.tags(item)) texts.push_back({tag, kNamed});
  texts.push_back({text});
  return distinctive_words(pack.index, texts);
}

}  // namespace

std::vector<Item::Related> Item::related() const {
  const std::vector<Ordinal> others = pack_->related.of(ordinal_);
  std::vector<Related> related;
  if (others.empty()) return related;
  const Neighbours own(*pack_, ordinal_);
  const DistinctiveWords own_words = words_of(*pack_, ordinal_);
  const auto shared = [&](const DistinctiveWords& theirs, std::uint32_t least, std::size_t most) {
    return shared_words(own_words, theirs, pack_->index.header().documents, least, most);
  };
  for (const Ordinal other : others) {
    Related reason{pack_->item(other), own.contains(other), {}, {}};
    reason.through = pack_->items(shared_neighbours(own, Neighbours(*pack_, other)));
    const DistinctiveWords their_words = words_of(*pack_, other);
    reason.words = shared(their_words, kNamed, kMostWords);
    if (!reason.is_linked && reason.through.empty() && reason.words.empty()) {
      reason.words = shared(their_words, 1, 1);
    }
    related.push_back(std::move(reason));
  }
  return related;
}

}  // namespace landkaart::inline v0
