// SPDX-License-Identifier: EUPL-1.2
// Builds the index and the blocks of a BlockStore. A piece of at most 24 KiB lies in one block, so
// that reading the piece inflates one block. A longer piece spans several blocks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace landkaart::inline v0 {

// Call add() for each piece, and then finish() once.
class BlockStoreBuilder {
 public:
  // Appends a piece to the stream; returns its offset in the stream.
  std::uint64_t add(std::string_view piece);

  struct Sections {
    std::string index, blocks;
    std::uint64_t logical_length;
  };
  // Deflates with `jobs` threads. The bytes do not depend on the number of threads.
  Sections finish(unsigned jobs);

  // The stream before deflating, for hashing.
  std::string_view stream() const { return stream_; }

 private:
  std::string stream_;
  std::vector<std::uint64_t> block_begins_{0};  // offsets in stream_; the last block is open
};

}  // namespace landkaart::inline v0
