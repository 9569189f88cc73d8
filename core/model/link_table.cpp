// SPDX-License-Identifier: EUPL-1.2
#include "core/model/link_table.h"

#include "landkaart/error.h"

namespace landkaart {

LinkTable::LinkTable(Section section) : section_(section) {
  count_ = load_little_endian<std::uint32_t>(section_.read(0, kLinkHeaderBytes).data());
  if (section_.size() != kLinkHeaderBytes + std::uint64_t{count_} * 2 * kLinkBytes) {
    throw Error(ErrorCode::malformed,
                "this pack breaks the format: section 'link' has the wrong length");
  }
}

LinkRecord LinkTable::at(std::uint64_t half, std::uint64_t index) const {
  const std::uint64_t number = half * count_ + index;
  return decode_link(section_.read(kLinkHeaderBytes + number * kLinkBytes, kLinkBytes).data());
}

std::vector<LinkRecord> LinkTable::matching(std::uint64_t half, End end, std::uint32_t item) const {
  std::uint64_t low = 0;
  std::uint64_t high = count_;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (at(half, middle).*end < item) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  std::vector<LinkRecord> links;
  for (; low < count_ && at(half, low).*end == item; ++low) links.push_back(at(half, low));
  return links;
}

std::vector<LinkRecord> LinkTable::from(std::uint32_t item) const {
  return matching(0, &LinkRecord::from, item);
}

std::vector<LinkRecord> LinkTable::to(std::uint32_t item) const {
  return matching(1, &LinkRecord::to, item);
}

}  // namespace landkaart
