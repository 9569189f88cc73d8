// SPDX-License-Identifier: EUPL-1.2
#include "core/search/position_reader.h"

#include <bit>

namespace landkaart::inline v0 {

PositionReader::PositionReader(const Cursor& positions, std::uint32_t postings)
    : groups_(positions), cursor_(positions) {
  const std::uint32_t groups = (postings + kPositionGroup - 1) / kPositionGroup;
  std::uint64_t begin = 0;
  for (std::uint32_t group = 1; group < groups; ++group) {
    begin += groups_.varint32();
    if (begin > groups_.remaining()) groups_.fail("has a group that begins after its end");
    begins_[group] = static_cast<std::uint32_t>(begin);
  }
}

void PositionReader::begin_group(std::uint32_t group) {
  cursor_ = groups_;
  cursor_.read(begins_[group]);
  reader_.emplace(cursor_);
  group_ = group;
  next_ = group * kPositionGroup;
}

void PositionReader::read(const PostingBlock& block, std::uint32_t index,
                          std::vector<std::uint32_t>& positions) {
  const std::uint32_t group = index / kPositionGroup;
  if (!reader_ || index < next_ || group != group_) begin_group(group);
  const auto for_each_field = [&](const auto& visit) {
    for (unsigned fields = block.fields; fields != 0; fields &= fields - 1) {
      visit(block.frequencies[static_cast<std::size_t>(std::countr_zero(fields))]);
    }
  };
  for (; next_ < index; ++next_) {
    for_each_field([&](const auto& field) { skip_positions(*reader_, field[next_]); });
  }
  ++next_;
  positions.clear();
  for_each_field([&](const auto& field) { read_positions(*reader_, field[index], positions); });
}

Cursor PositionReader::finish() {
  reader_->finish();
  return cursor_;
}

}  // namespace landkaart::inline v0
