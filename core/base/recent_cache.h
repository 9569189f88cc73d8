// SPDX-License-Identifier: EUPL-1.2
// RecentCache keeps the most recently used values, up to a budget in bytes.
#pragma once

#include <cstdint>
#include <iterator>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace landkaart::inline v0 {

// Any number of threads can call it at the same time. A returned value stays valid after the cache
// has removed it.
template <class Value>
class RecentCache {
 public:
  using Pointer = std::shared_ptr<const Value>;

  // `budget` is in bytes; with 0 the cache keeps nothing that has a size.
  explicit RecentCache(std::size_t budget) : budget_(budget) {}

  // Null when the cache does not hold the key.
  Pointer find(std::uint64_t key) {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(key);
    if (found == entries_.end()) return nullptr;
    order_.splice(order_.begin(), order_, found->second);
    return found->second->value;
  }

  // Replaces the value of the key. `bytes` is the size of the value; a value above the budget is
  // not kept.
  void insert(std::uint64_t key, Pointer value, std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    if (const auto found = entries_.find(key); found != entries_.end()) remove(found->second);
    if (bytes > budget_) return;
    while (used_ + bytes > budget_) remove(std::prev(order_.end()));
    // The first two lines can throw std::bad_alloc; the cache then lacks the key and is whole.
    Order added(1, Entry{key, std::move(value), bytes});
    entries_[key] = added.begin();
    order_.splice(order_.begin(), added);
    used_ += bytes;
  }

 private:
  struct Entry {
    std::uint64_t key;
    Pointer value;
    std::size_t bytes;
  };
  using Order = std::list<Entry>;  // most recent first

  void remove(typename Order::iterator entry) {
    used_ -= entry->bytes;
    entries_.erase(entry->key);
    order_.erase(entry);
  }

  const std::size_t budget_;
  std::mutex mutex_;
  std::size_t used_ = 0;  // bytes of all entries
  Order order_;
  std::unordered_map<std::uint64_t, typename Order::iterator> entries_;
};

}  // namespace landkaart::inline v0
