// SPDX-License-Identifier: EUPL-1.2
#include "core/format/block_cache.h"

#include <utility>

namespace landkaart {

BlockCache::Block BlockCache::find(std::uint32_t number) {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(number);
  if (found == entries_.end()) return nullptr;
  order_.splice(order_.begin(), order_, found->second);
  return found->second->block;
}

void BlockCache::insert(std::uint32_t number, Block block) {
  const std::lock_guard lock(mutex_);
  if (const auto found = entries_.find(number); found != entries_.end()) remove(found->second);
  if (block->size() > budget_) return;
  while (used_ + block->size() > budget_) remove(std::prev(order_.end()));
  used_ += block->size();
  order_.push_front({number, std::move(block)});
  entries_[number] = order_.begin();
}

void BlockCache::remove(Order::iterator entry) {
  used_ -= entry->block->size();
  entries_.erase(entry->number);
  order_.erase(entry);
}

}  // namespace landkaart
