// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/related_items.h"

#include <algorithm>
#include <map>
#include <utility>

namespace landkaart::inline v0 {
namespace {

// In per mille of two texts with the same words.
constexpr std::uint32_t kLinked = 300;
constexpr std::uint32_t kMentioned = 150;
constexpr std::uint32_t kLinkedThrough = 400;  // shared by all that the item between is linked with
constexpr std::uint32_t kMostLinkedThrough = 300;  // over all items between
constexpr std::size_t kMostNeighbours = 64;        // an item linked with more says little of each
constexpr std::uint32_t kLeast = 60;
constexpr std::size_t kMost = 6;
constexpr std::size_t kMostWithoutLinks = 3;  // they take the room in a large pack

struct Evidence {
  std::uint32_t linked = 0;
  std::uint32_t through = 0;
  std::uint32_t similarity = 0;

  std::uint32_t sum() const { return linked + std::min(through, kMostLinkedThrough) + similarity; }
  bool by_links() const { return linked + through > 0; }
};

using EvidenceByItem = std::map<std::uint32_t, Evidence>;

// The neighbours of each item, in order, each once with the strongest link.
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
