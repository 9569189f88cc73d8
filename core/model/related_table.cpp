// SPDX-License-Identifier: EUPL-1.2
#include "core/model/related_table.h"

#include "core/base/varint.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart {
namespace {

// Small for a small step in either direction.
std::uint32_t encode_step(std::uint32_t from, std::uint32_t to) {
  return to >= from ? (to - from) << 1 : ((from - to) << 1) - 1;
}

std::uint32_t decode_step(std::uint32_t from, std::uint64_t step) {
  const auto distance = static_cast<std::uint32_t>((step + 1) >> 1);
  return (step & 1) == 0 ? from + distance : from - distance;
}

[[noreturn]] void malformed() {
  throw Error(ErrorCode::malformed, "this pack breaks the format: section 'rela' is damaged");
}

std::uint32_t group_count(std::uint32_t items) {
  return (items + kRelatedGroupItems - 1) / kRelatedGroupItems;
}

}  // namespace

std::string encode_related(const std::vector<std::vector<std::uint32_t>>& related) {
  std::string offsets, lists;
  for (std::uint32_t item = 0; item < related.size(); ++item) {
    if (item % kRelatedGroupItems == 0) {
      append_little_endian(offsets, static_cast<std::uint32_t>(lists.size()));
    }
    append_varint(lists, related[item].size());
    for (const std::uint32_t other : related[item]) append_varint(lists, encode_step(item, other));
  }
  append_little_endian(offsets, static_cast<std::uint32_t>(lists.size()));
  return offsets + lists;
}

RelatedTable::RelatedTable(Section section, std::uint32_t items)
    : section_(section), items_(items) {
  if (section_.size() < 4 * (std::uint64_t{group_count(items_)} + 1)) malformed();
}

std::vector<std::uint32_t> RelatedTable::of(std::uint32_t item) const {
  if (items_ == 0) return {};
  const std::uint32_t group = item / kRelatedGroupItems;
  const std::uint64_t lists = 4 * (std::uint64_t{group_count(items_)} + 1);
  const Bytes ends = section_.read(4 * std::uint64_t{group}, 8);
  const auto begin = load_little_endian<std::uint32_t>(ends.data());
  const auto end = load_little_endian<std::uint32_t>(ends.data() + 4);
  if (begin > end) malformed();
  Cursor cursor(section_.read(lists + begin, end - begin), "section 'rela'");
  std::vector<std::uint32_t> related;
  for (std::uint32_t at = group * kRelatedGroupItems; at <= item; ++at) {
    related.clear();
    const std::uint64_t count = cursor.varint();
    if (count > limits::kRelatedItems) malformed();
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::uint64_t step = cursor.varint();
      const std::uint32_t other = decode_step(at, step);
      if (step > 2 * std::uint64_t{items_} || other >= items_ || other == at) malformed();
      related.push_back(other);
    }
  }
  return related;
}

}  // namespace landkaart
