// SPDX-License-Identifier: EUPL-1.2
#include "core/model/link_table.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "core/base/varint.h"

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

// Sorts links into the order in which the backlinks of all items are stored.
void sort_by_target(std::vector<LinkRecord>& links) {
  std::ranges::stable_sort(
      links, {}, [](const LinkRecord& link) { return std::tuple(link.to, link.type, link.from); });
}

// Decodes what append_runs wrote for `item` and calls visit(type, other) for each link. Skips links
// whose type this version does not know. `items` is the number of items in the pack.
template <typename Visit>
void read_runs(Cursor& cursor, std::uint32_t item, std::uint32_t items, const Visit& visit) {
  for (std::uint64_t runs = cursor.varint(); runs > 0; --runs) {
    const std::uint32_t type = cursor.varint32();
    const bool is_known = type >= 1 && type <= kLinkTypes;
    for (std::uint64_t left = cursor.varint(); left > 0; --left) {
      const std::uint32_t other = read_step(cursor, item, items);
      if (is_known) visit(static_cast<LinkType>(type), other);
    }
  }
}

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
    append_runs(entries[item], split_off_item(from, item, &LinkRecord::from), item,
                &LinkRecord::to);
    append_runs(entries[item], split_off_item(to, item, &LinkRecord::to), item, &LinkRecord::from);
  }
  return encode_grouped(entries);
}

LinkTable::LinkTable(Section section, std::uint32_t items) {
  if (!section.empty()) entries_ = GroupedEntries(section, items);
}

std::vector<LinkRecord> LinkTable::links_of(std::uint32_t item, Direction direction) const {
  std::vector<LinkRecord> links;
  if (item >= entries_.items()) return links;
  Cursor cursor = entries_.group_of(item);
  const auto skip = [](LinkType, std::uint32_t) {};
  const auto keep = [&](LinkType type, std::uint32_t other) {
    links.push_back(direction == Direction::from ? LinkRecord{item, other, type}
                                                 : LinkRecord{other, item, type});
  };
  for (std::uint32_t at = GroupedEntries::first_of_group(item); at < item; ++at) {
    read_runs(cursor, at, entries_.items(), skip);
    read_runs(cursor, at, entries_.items(), skip);
  }
  if (direction == Direction::to) read_runs(cursor, item, entries_.items(), skip);
  read_runs(cursor, item, entries_.items(), keep);
  return links;
}

std::vector<LinkRecord> LinkTable::from(std::uint32_t item) const {
  return links_of(item, Direction::from);
}

std::vector<LinkRecord> LinkTable::to(std::uint32_t item) const {
  return links_of(item, Direction::to);
}

bool LinkTable::agrees_both_ways() const {
  std::vector<LinkRecord> links, backlinks;
  for (std::uint32_t item = 0; item < entries_.items(); ++item) {
    std::ranges::copy(from(item), std::back_inserter(links));
    std::ranges::copy(to(item), std::back_inserter(backlinks));
  }
  sort_by_target(links);
  return links == backlinks;
}

}  // namespace landkaart::inline v0
