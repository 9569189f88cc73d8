// SPDX-License-Identifier: EUPL-1.2
// Choosing related items.
//
// Problem. A reader who finished an item wants items that go on from there. Links of the author are
// the best proof of a relation, but many items have few links.
//
// Idea. Three sorts of evidence are expressed in one unit and added: a link between the two items,
// links of both to a common third item, and the similarity of their texts. The unit is one
// thousandth of the similarity of two texts with the same words. A common item counts for less when
// it has many neighbours, because it then says little about each pair. The sum decides the order.
//
// Invariant. An item never relates to itself or to its translation. The order is the same for the
// same input, because equal sums keep the order of the item numbers.
//
// Termination. For each item, the loops visit its neighbours and at most kMostNeighbours neighbours
// of each neighbour.
#include "content-pack/compiler/related_items.h"

#include <algorithm>
#include <map>
#include <utility>

namespace landkaart::inline v0 {
namespace {

// Evidence in thousandths of the similarity of two texts with the same words.
constexpr std::uint32_t kLinked = 300;             // a link in front matter
constexpr std::uint32_t kMentioned = 150;          // a link in a body
constexpr std::uint32_t kLinkedThrough = 400;      // divided by the neighbours of the common item
constexpr std::uint32_t kMostLinkedThrough = 300;  // the greatest sum over all common items
constexpr std::size_t kMostNeighbours = 64;        // common items with more neighbours are skipped
constexpr std::uint32_t kLeast = 60;               // pairs with less evidence are not related
constexpr std::size_t kMost = 6;                   // related items of one item
// At most this number of the kMost related items can have similar texts as their only evidence. The
// limit keeps large packs small, because most items of a large pack have no links.
constexpr std::size_t kMostWithoutLinks = 3;

struct Evidence {
  std::uint32_t linked = 0;
  std::uint32_t through = 0;
  std::uint32_t similarity = 0;

  std::uint32_t sum() const { return linked + std::min(through, kMostLinkedThrough) + similarity; }
  bool by_links() const { return linked + through > 0; }
};

using EvidenceByItem = std::map<std::uint32_t, Evidence>;

// For each item, the items that a link joins with it in either direction, with the evidence of the
// strongest link.
std::vector<std::map<std::uint32_t, std::uint32_t>> neighbours_of(
    std::size_t items, const std::vector<LinkRecord>& links) {
  std::vector<std::map<std::uint32_t, std::uint32_t>> neighbours(items);
  for (const LinkRecord& link : links) {
    if (link.type == LinkType::translation_of || link.from == link.to) continue;
    const std::uint32_t strength = link.type == LinkType::mentions ? kMentioned : kLinked;
    for (const auto& [from, to] : {std::pair(link.from, link.to), std::pair(link.to, link.from)}) {
      std::uint32_t& known = neighbours[from][to];
      known = std::max(known, strength);
    }
  }
  return neighbours;
}

std::vector<std::uint32_t> best_of(const EvidenceByItem& evidence) {
  std::vector<std::pair<std::uint32_t, Evidence>> candidates;
  for (const auto& candidate : evidence) {
    if (candidate.second.sum() >= kLeast) candidates.emplace_back(candidate);
  }
  std::ranges::stable_sort(candidates, std::ranges::greater(),
                           [](const auto& candidate) { return candidate.second.sum(); });
  std::vector<std::uint32_t> best;
  std::size_t without_links = 0;
  for (const auto& [item, found] : candidates) {
    if (best.size() == kMost) break;
    if (!found.by_links() && ++without_links > kMostWithoutLinks) continue;
    best.push_back(item);
  }
  return best;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> related_items(
    const std::vector<std::string>& languages, const std::vector<LinkRecord>& links,
    const std::vector<std::vector<SimilarDocument>>& similar) {
  const std::size_t items = languages.size();
  const auto neighbours = neighbours_of(items, links);
  std::vector<std::vector<std::uint32_t>> translations(items);
  for (const LinkRecord& link : links) {
    if (link.type != LinkType::translation_of) continue;
    translations[link.from].push_back(link.to);
    translations[link.to].push_back(link.from);
  }
  std::vector<std::vector<std::uint32_t>> related(items);
  for (std::uint32_t item = 0; item < items; ++item) {
    EvidenceByItem evidence;
    for (const auto& [other, strength] : neighbours[item]) {
      evidence[other].linked = strength;
      const auto& beyond = neighbours[other];
      if (beyond.size() > kMostNeighbours) continue;
      for (const auto& [next, unused] : beyond) {
        if (next != item) {
          evidence[next].through += kLinkedThrough / static_cast<std::uint32_t>(beyond.size());
        }
      }
    }
    for (const SimilarDocument& other : similar[item]) {
      if (evidence.contains(other.document) || languages[other.document] == languages[item]) {
        evidence[other.document].similarity = other.per_mille;
      }
    }
    for (const std::uint32_t translation : translations[item]) evidence.erase(translation);
    related[item] = best_of(evidence);
  }
  return related;
}

}  // namespace landkaart::inline v0
