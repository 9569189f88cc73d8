// SPDX-License-Identifier: EUPL-1.2
// BlockStore, a stream of bytes that is stored as blocks of at most 32 KiB, each deflated on its
// own. Reading a part of the stream inflates only the blocks that hold the part.
#pragma once

#include <memory>
#include <string>

#include "core/base/recent_cache.h"
#include "core/format/container.h"

namespace landkaart::inline v0 {

// Any number of threads can read at the same time.
class BlockStore {
 public:
  // Keeps recently inflated blocks up to `cache_bytes` in memory; 0 keeps none. Throws Error:
  // malformed, damaged.
  BlockStore(Section index, Section blocks, std::size_t cache_bytes);

  // Length of the inflated stream in bytes.
  std::uint64_t size() const { return blocks_.logical_size(); }

  // Bytes [offset, offset + length) of the inflated stream. Throws Error: malformed, damaged,
  // limit_exceeded.
  std::string read(std::uint64_t offset, std::uint64_t length) const;

  // Checks that the blocks ascend without overlap, for verification: read() checks only the blocks
  // that it inflates. Reads the whole index. Throws Error: malformed, damaged, limit_exceeded.
  void check_index() const;

 private:
  struct Block {
    std::uint64_t begin, end;                // in the inflated stream
    std::uint64_t stored_begin, stored_end;  // of the deflated bytes in the section
  };
  // Where block `number` begins, or where the last block ends.
  struct Border {
    std::uint64_t begin;   // in the inflated stream
    std::uint64_t stored;  // of the deflated bytes in the section
  };
  Border border(std::uint32_t number) const;
  Block block(std::uint32_t number) const;
  std::uint32_t block_at(std::uint64_t offset) const;
  void check_claim(std::uint64_t offset, std::uint64_t length) const;
  std::shared_ptr<const std::string> inflated(std::uint32_t number, const Block& block,
                                              std::uint64_t wanted) const;

  Section index_, blocks_;
  std::uint32_t count_ = 0;
  mutable RecentCache<std::string> cache_;
};

}  // namespace landkaart::inline v0
