// SPDX-License-Identifier: EUPL-1.2
// Item::related. The pack stores which items are related. The reasons are derived here, from the
// links and the words of both items.
#include <algorithm>

#include "core/pack/item_document.h"
#include "core/pack/pack_state.h"
#include "core/search/shared_words.h"
#include "core/text/markup.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kMostThrough = 3;
constexpr std::size_t kMostWords = 3;
// Weight of a word in the title, summary or tags. A word in the body has weight 1.
constexpr std::uint32_t kNamed = 2;

// The items that are linked with `item` in either direction, each once: first the targets of its
// own links, then the origins of links to it. Translations do not count.
std::vector<Ordinal> neighbours(const PackState& pack, Ordinal item) {
  std::vector<Ordinal> found;
  const auto add = [&](Ordinal other, LinkType type) {
    if (type != LinkType::translation_of && std::ranges::find(found, other) == found.end()) {
      found.push_back(other);
    }
  };
  for (const LinkRecord& link : pack.links.from(item)) add(link.to, link.type);
  for (const LinkRecord& link : pack.links.to(item)) add(link.from, link.type);
  return found;
}

DistinctiveWords words_of(const PackState& pack, Ordinal item) {
  const std::string text = to_plain_text(body_of(pack, item));
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
  const std::vector<Ordinal> own = neighbours(*pack_, ordinal_);
  const DistinctiveWords own_words = words_of(*pack_, ordinal_);
  const auto shared = [&](const DistinctiveWords& theirs, std::uint32_t least, std::size_t most) {
    return shared_words(own_words, theirs, pack_->index.header().documents, least, most);
  };
  for (const Ordinal other : others) {
    const std::vector<Ordinal> theirs = neighbours(*pack_, other);
    Related reason{pack_->item(other), std::ranges::find(own, other) != own.end(), {}, {}};
    for (const Ordinal between : own) {
      if (reason.through.size() < kMostThrough &&
          std::ranges::find(theirs, between) != theirs.end())
        reason.through.push_back(pack_->item(between));
    }
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
