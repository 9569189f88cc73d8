// SPDX-License-Identifier: EUPL-1.2
#include "core/model/related_table.h"

#include <algorithm>

#include "core/base/malformed.h"
#include "core/base/varint.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {

std::string encode_related(const std::vector<std::vector<std::uint32_t>>& related) {
  std::vector<std::string> entries(related.size());
  for (std::uint32_t item = 0; item < related.size(); ++item) {
    if (related[item].size() > limits::kRelatedItems) {
      beyond_limit("an item", limits::kRelatedItems, "related items");
    }
    append_varint(entries[item], related[item].size());
    for (const std::uint32_t other : related[item]) append_step(entries[item], item, other);
  }
  return encode_grouped(entries);
}

namespace {

// Reads the entry of `item` into `related`. `items` is the number of items in the pack.
void read_related(Cursor& cursor, std::uint32_t item, std::uint32_t items,
                  std::vector<std::uint32_t>& related) {
  related.clear();
  const std::uint64_t count = cursor.varint();
  if (count > limits::kRelatedItems) {
    beyond_limit("an item", limits::kRelatedItems, "related items");
  }
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint32_t other = read_step(cursor, item, items);
    if (other == item) cursor.fail("lists an item as related to itself");
    if (std::ranges::find(related, other) != related.end()) {
      cursor.fail("lists an item twice as related to another");
    }
    related.push_back(other);
  }
}

}  // namespace

std::vector<std::uint32_t> RelatedTable::of(std::uint32_t item) const {
  if (item >= entries_.items()) return {};
  Cursor cursor = entries_.group_of(item);
  std::vector<std::uint32_t> related;
  for (std::uint32_t at = GroupedEntries::first_of_group(item); at <= item; ++at) {
    read_related(cursor, at, entries_.items(), related);
  }
  return related;
}

void RelatedTable::check() const {
  std::vector<std::uint32_t> related;
  entries_.visit_all([&](Cursor& cursor, std::uint32_t item) {
    read_related(cursor, item, entries_.items(), related);
  });
}

}  // namespace landkaart::inline v0
