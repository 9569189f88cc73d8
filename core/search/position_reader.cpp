// SPDX-License-Identifier: EUPL-1.2
#include "core/search/position_reader.h"

#include <algorithm>
#include <bit>

namespace landkaart::inline v0 {
namespace {

constexpr std::string_view kPositions = "the positions of a word";

}  // namespace

PositionReader::PositionReader(Bytes positions, std::uint32_t postings) : cursor_({}, kPositions) {
  Cursor cursor(positions, kPositions);
  const std::uint32_t groups = (postings + kPositionGroup - 1) / kPositionGroup;
  for (std::uint32_t group = 1; group < groups; ++group) {
    const std::uint32_t length = cursor.varint32();
    if (length == 0) cursor.fail("have a group without bytes");
    begins_[group] = begins_[group - 1] + length;
  }
  groups_ = cursor.rest();
  if (begins_[groups - 1] >= groups_.size()) cursor.fail("have a group that begins after the end");
  begins_[groups] = groups_.size();
}

void PositionReader::begin_group(std::uint32_t group) {
  const std::size_t begin = begins_[group];
  cursor_ = Cursor(groups_.subspan(begin, begins_[group + 1] - begin), kPositions);
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
  if (next_ != std::min(block.count, (group + 1) * kPositionGroup)) return;
  reader_->finish();
  if (!cursor_.at_end()) cursor_.fail("have bytes after the last position of a group");
}

}  // namespace landkaart::inline v0
