// SPDX-License-Identifier: EUPL-1.2
// PositionReader decodes the positions of the postings of one block. The positions are stored in
// groups of 8 postings, so that reading one posting decodes at most one group.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/search/posting_block.h"

namespace landkaart::inline v0 {

class PositionReader {
 public:
  // `positions` are the positions of a block with `postings` postings, at least 1. The constructor
  // and read() throw Error(malformed), also when a group has no bytes of its own, or more bytes
  // than its positions take.
  PositionReader(Bytes positions, std::uint32_t postings);

  // Replaces `positions` by the positions of posting `index` of `block`, as in Posting::positions.
  // Quickest when the postings are read in ascending order.
  void read(const PostingBlock& block, std::uint32_t index, std::vector<std::uint32_t>& positions);

 private:
  static constexpr std::uint32_t kGroups = kPostingBlock / kPositionGroup;

  void begin_group(std::uint32_t group);

  Bytes groups_;   // the bytes of all groups
  Cursor cursor_;  // over the bytes of the current group
  // The offset in groups_ of each group, and of the end of the last group.
  std::array<std::size_t, kGroups + 1> begins_{};
  std::optional<RiceReader> reader_;  // its next numbers are those of posting next_
  std::uint32_t group_ = 0, next_ = 0;
};

}  // namespace landkaart::inline v0
