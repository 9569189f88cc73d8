// SPDX-License-Identifier: EUPL-1.2
// BlockCache, the most recently used inflated blocks within a budget of bytes.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace landkaart {

// Safe from any number of threads. What it gave out stays alive after it was evicted.
class BlockCache {
 public:
  using Block = std::shared_ptr<const std::string>;

  explicit BlockCache(std::size_t budget) : budget_(budget) {}

  Block find(std::uint32_t number);
  // Replaces an older version of the same block; a block over the budget is not kept.
  void insert(std::uint32_t number, Block block);

 private:
  struct Entry {
    std::uint32_t number;
    Block block;
  };
  using Order = std::list<Entry>;  // most recent first
  void remove(Order::iterator entry);

  const std::size_t budget_;
  std::mutex mutex_;
  std::size_t used_ = 0;
  Order order_;
  std::unordered_map<std::uint32_t, Order::iterator> entries_;
};

}  // namespace landkaart
