// SPDX-License-Identifier: EUPL-1.2
// PositionReader, the positions of the postings of one block. They lie in groups, so that those of
// one posting can be read without all before it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/search/posting_block.h"

namespace landkaart::inline v0 {

class PositionReader {
 public:
  // Begins where the positions of a block of `postings` begin. Throws Error(malformed), here and in
  // every call.
  PositionReader(const Cursor& positions, std::uint32_t postings);

  // Replaces `positions` by those of a posting of `block`: of the first field, then of the second,
  // … Quick when postings are asked for in order.
  void read(const PostingBlock& block, std::uint32_t index, std::vector<std::uint32_t>& positions);

  // Behind the positions of the block, after those of its last posting were read.
  Cursor finish();

 private:
  static constexpr std::uint32_t kGroups = kPostingBlock / kPositionGroup;

  void begin_group(std::uint32_t group);

  Cursor groups_;  // where the first group begins
  Cursor cursor_;
  std::array<std::uint32_t, kGroups> begins_{};
  std::optional<RiceReader> reader_;  // stands before posting next_
  std::uint32_t group_ = 0, next_ = 0;
};

}  // namespace landkaart::inline v0
