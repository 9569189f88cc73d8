// SPDX-License-Identifier: EUPL-1.2
#include "core/model/link_table.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/base/malformed.h"
#include "core/base/varint.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

using Links = std::span<const LinkRecord>;

// Removes from the front of `links`, and returns, the first link and those directly after it for
// which `projection` has the same value.
template <typename Projection>
Links split_off_equal(Links& links, const Projection& projection) {
  const auto differs = std::ranges::find_if(
      links, [&](const LinkRecord& link) { return projection(link) != projection(links.front()); });
  const auto count = static_cast<std::size_t>(differs - links.begin());
  const Links taken = links.first(count);
  links = links.subspan(count);
  return taken;
}

// Appends the links of one item in one direction. Links of one type that follow each other are
// written as a run: the type, the number of links, and the item at the other end of each link.
// `other` selects that end.
void append_runs(std::string& out, Links links, std::uint32_t item,
                 std::uint32_t LinkRecord::*other) {
  std::string runs;
  std::uint64_t count = 0;
  while (!links.empty()) {
    const Links run = split_off_equal(links, [](const LinkRecord& link) { return link.type; });
    append_varint(runs, static_cast<std::uint32_t>(run.front().type));
    append_varint(runs, run.size());
    for (const LinkRecord& link : run) append_step(runs, item, link.*other);
    ++count;
  }
  append_varint(out, count);
  out += runs;
}

// Removes from the front of `links`, and returns, those whose `end` is `item`. Requires that
// `links` is sorted by `end`.
Links split_off_item(Links& links, std::uint32_t item, std::uint32_t LinkRecord::*end) {
  if (links.empty() || links.front().*end != item) return {};
  return split_off_equal(links, [end](const LinkRecord& link) { return link.*end; });
}

// Checks the links from one item.
void check_limits(Links links) {
  if (links.size() > limits::kLinks) beyond_limit("an item", limits::kLinks, "links");
  if (std::ranges::count(links, LinkType::stops, &LinkRecord::type) > limits::kStops) {
    beyond_limit("a journey", limits::kStops, "stops");
  }
}

// Sorts links into the order in which the backlinks of all items are stored.
void sort_by_target(std::vector<LinkRecord>& links) {
  std::ranges::stable_sort(
      links, {}, [](const LinkRecord& link) { return std::tuple(link.to, link.type, link.from); });
}

// Decodes the links from `item`, which append_runs wrote, and calls visit(type, other) for each.
// Skips links whose type this version does not know. `items` is the number of items in the pack.
template <typename Visit>
void read_links_from(Cursor& cursor, std::uint32_t item, std::uint32_t items, const Visit& visit) {
  std::uint64_t links = 0, stops = 0;
  for (std::uint64_t runs = cursor.varint(); runs > 0; --runs) {
    const std::uint32_t type = cursor.varint32();
    const std::uint64_t count = cursor.varint();
    if (count == 0) cursor.fail("has a run without links");
    links += std::min<std::uint64_t>(count, limits::kLinks + 1);
    if (links > limits::kLinks) beyond_limit("an item", limits::kLinks, "links");
    if (static_cast<LinkType>(type) == LinkType::stops) stops += count;
    if (stops > limits::kStops) beyond_limit("a journey", limits::kStops, "stops");
    for (std::uint64_t left = count; left > 0; --left) {
      const std::uint32_t other = read_step(cursor, item, items);
      if (type >= 1 && type <= kLinkTypes) visit(static_cast<LinkType>(type), other);
    }
  }
}

// The same for the links to `item`, which are in ascending order of type and then of item.
template <typename Visit>
void read_links_to(Cursor& cursor, std::uint32_t item, std::uint32_t items, const Visit& visit) {
  std::uint64_t least_type = 0;
  for (std::uint64_t runs = cursor.varint(); runs > 0; --runs) {
    const std::uint32_t type = cursor.varint32();
    if (type < least_type) cursor.fail("has links to an item that are not in order of type");
    least_type = std::uint64_t{type} + 1;
    std::uint32_t least_item = 0;
    const std::uint64_t count = cursor.varint();
    if (count == 0) cursor.fail("has a run without links");
    for (std::uint64_t left = count; left > 0; --left) {
      const std::uint32_t other = read_step(cursor, item, items);
      if (other < least_item) cursor.fail("has links to an item that are not in order of item");
      least_item = other + 1;
      if (type >= 1 && type <= kLinkTypes) visit(static_cast<LinkType>(type), other);
    }
  }
}

// A link as one number, which sorts links by target, then by type, then by source.
static_assert(limits::kItems <= 1u << 24 && kLinkTypes < 256, "a link fits in 24 + 8 + 24 bits");
std::uint64_t packed_link(std::uint32_t to, LinkType type, std::uint32_t from) {
  return std::uint64_t{to} << 32 | std::uint64_t{static_cast<std::uint8_t>(type)} << 24 | from;
}

constexpr auto kSkipLink = [](LinkType, std::uint32_t) {};

}  // namespace

std::string encode_links(std::vector<LinkRecord> links, std::uint32_t items) {
  if (links.empty()) return {};
  std::ranges::stable_sort(links, {}, &LinkRecord::from);
  std::vector<LinkRecord> reverse = links;
  sort_by_target(reverse);
  std::vector<std::string> entries(items);
  Links from = links;
  Links to = reverse;
  for (std::uint32_t item = 0; item < items; ++item) {
    const Links own = split_off_item(from, item, &LinkRecord::from);
    check_limits(own);
    append_runs(entries[item], own, item, &LinkRecord::to);
    append_runs(entries[item], split_off_item(to, item, &LinkRecord::to), item, &LinkRecord::from);
  }
  return encode_grouped(entries);
}

std::span<const LinkType> walk_links(Kind kind) {
  static constexpr std::array kJourney{LinkType::stops};
  static constexpr std::array kRoute{LinkType::topics, LinkType::work_forms, LinkType::articles,
                                     LinkType::stories};
  if (kind == Kind::journey) return kJourney;
  if (kind == Kind::obstacle) return kRoute;
  return {};
}

LinkTable::LinkTable(Section section, std::uint32_t items) {
  if (!section.empty()) entries_ = GroupedEntries(section, items);
}

std::vector<LinkRecord> LinkTable::links_of(std::uint32_t item, Direction direction) const {
  std::vector<LinkRecord> links;
  if (item >= entries_.items()) return links;
  const std::uint32_t items = entries_.items();
  Cursor cursor = entries_.group_of(item);
  for (std::uint32_t at = GroupedEntries::first_of_group(item); at < item; ++at) {
    read_links_from(cursor, at, items, kSkipLink);
    read_links_to(cursor, at, items, kSkipLink);
  }
  if (direction == Direction::from) {
    read_links_from(cursor, item, items, [&](LinkType type, std::uint32_t other) {
      links.push_back({item, other, type});
    });
  } else {
    read_links_from(cursor, item, items, kSkipLink);
    read_links_to(cursor, item, items, [&](LinkType type, std::uint32_t other) {
      links.push_back({other, item, type});
    });
  }
  return links;
}

std::vector<LinkRecord> LinkTable::from(std::uint32_t item) const {
  return links_of(item, Direction::from);
}

std::vector<LinkRecord> LinkTable::to(std::uint32_t item) const {
  return links_of(item, Direction::to);
}

bool LinkTable::agrees_both_ways() const {
  const std::uint32_t items = entries_.items();
  std::size_t count = 0;
  entries_.visit_all([&](Cursor& cursor, std::uint32_t item) {
    read_links_from(cursor, item, items, [&](LinkType, std::uint32_t) { ++count; });
    read_links_to(cursor, item, items, kSkipLink);
  });
  std::vector<std::uint64_t> links;
  links.reserve(count);
  entries_.visit_all([&](Cursor& cursor, std::uint32_t item) {
    read_links_from(cursor, item, items, [&](LinkType type, std::uint32_t other) {
      links.push_back(packed_link(other, type, item));
    });
    read_links_to(cursor, item, items, kSkipLink);
  });
  std::ranges::sort(links);
  std::size_t matched = 0;
  bool agrees = true;
  entries_.visit_all([&](Cursor& cursor, std::uint32_t item) {
    read_links_from(cursor, item, items, kSkipLink);
    read_links_to(cursor, item, items, [&](LinkType type, std::uint32_t other) {
      agrees = agrees && matched < count && links[matched] == packed_link(item, type, other);
      ++matched;
    });
  });
  return agrees && matched == count;
}

}  // namespace landkaart::inline v0
