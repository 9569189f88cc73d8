// SPDX-License-Identifier: EUPL-1.2
// BlockStore, one long stream of bytes stored as separately deflated blocks, so that any part of it
// can be read by inflating a block or two, and only as far as that part ends.
#pragma once

#include <memory>
#include <string>

#include "core/base/recent_cache.h"
#include "core/format/container.h"

namespace landkaart::inline v0 {

// Safe from any number of threads.
class BlockStore {
 public:
  // `cache_bytes` bounds the memory for inflated blocks; 0 keeps none. Throws Error.
  BlockStore(Section index, Section blocks, std::size_t cache_bytes);

  // Length of the stream.
  std::uint64_t size() const { return blocks_.logical_size(); }

  // Bytes [offset, offset + length) of the stream. Throws Error: malformed, damaged,
  // limit_exceeded.
  std::string read(std::uint64_t offset, std::uint64_t length) const;

 private:
  struct Block {
    std::uint64_t begin, end;  // in the stream
    std::uint64_t stored_begin, stored_end;
  };
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
