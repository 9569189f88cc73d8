// SPDX-License-Identifier: EUPL-1.2
#include "core/model/related_table.h"

#include "core/base/varint.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {

std::string encode_related(const std::vector<std::vector<std::uint32_t>>& related) {
  std::vector<std::string> entries(related.size());
  for (std::uint32_t item = 0; item < related.size(); ++item) {
    append_varint(entries[item], related[item].size());
    for (const std::uint32_t other : related[item]) append_step(entries[item], item, other);
  }
  return encode_grouped(entries);
}

std::vector<std::uint32_t> RelatedTable::of(std::uint32_t item) const {
  if (item >= entries_.items()) return {};
  Cursor cursor = entries_.group_of(item);
  std::vector<std::uint32_t> related;
  for (std::uint32_t at = GroupedEntries::first_of_group(item); at <= item; ++at) {
    related.clear();
    const std::uint64_t count = cursor.varint();
    if (count > limits::kRelatedItems) {
      cursor.fail("has more than " + std::to_string(limits::kRelatedItems) +
                  " related items for one item");
    }
    for (std::uint64_t i = 0; i < count; ++i) {
      related.push_back(read_step(cursor, at, entries_.items()));
      if (related.back() == at) cursor.fail("lists an item as related to itself");
    }
  }
  return related;
}

}  // namespace landkaart::inline v0
