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
  // `positions` is at the beginning of the positions of a block with `postings` postings. The
  // constructor and every function can throw Error(malformed).
  PositionReader(const Cursor& positions, std::uint32_t postings);

  // Replaces `positions` by the positions of posting `index` of `block`, as in Posting::positions.
  // Quickest when the postings are read in ascending order.
  void read(const PostingBlock& block, std::uint32_t index, std::vector<std::uint32_t>& positions);

  // A cursor at the end of the positions of the block. Must be called after the last posting of the
  // block was read.
  Cursor finish();

 private:
  static constexpr std::uint32_t kGroups = kPostingBlock / kPositionGroup;

  void begin_group(std::uint32_t group);

  Cursor groups_;                                // at the beginning of the first group
  Cursor cursor_;                                // at the beginning of the current group
  std::array<std::uint32_t, kGroups> begins_{};  // of each group, in bytes from groups_
  std::optional<RiceReader> reader_;             // its next numbers are those of posting next_
  std::uint32_t group_ = 0, next_ = 0;
};

}  // namespace landkaart::inline v0
