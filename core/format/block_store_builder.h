// SPDX-License-Identifier: EUPL-1.2
// Builds the index and the blocks of a BlockStore. Blocks end where a piece ends, so that reading
// one piece inflates one block.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace landkaart::inline v0 {

// Calls must match (add)* finish.
class BlockStoreBuilder {
 public:
  // Adds a piece; returns where it begins in the stream.
  std::uint64_t add(std::string_view piece);

  struct Sections {
    std::string index, blocks;
    std::uint64_t logical_length;
  };
  // Deflates with `jobs` threads; the bytes are the same for any number.
  Sections finish(unsigned jobs);

  // The stream itself, for hashing.
  std::string_view stream() const { return stream_; }

 private:
  std::string stream_;
  std::vector<std::uint64_t> block_begins_{0};
};

}  // namespace landkaart::inline v0
