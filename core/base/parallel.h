// SPDX-License-Identifier: EUPL-1.2
// parallel_for, for work that falls apart into independent pieces. Used when building, never when
// reading.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace landkaart::inline v0 {

// Calls work(0) … work(count - 1) from `jobs` threads, in no particular order. The first exception
// is thrown again here after all threads have ended.
template <typename Work>
void parallel_for(std::size_t count, unsigned jobs, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr first_failure;
  std::mutex mutex;
  const auto run = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!first_failure) first_failure = std::current_exception();
      next = count;
    }
  };
  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < std::min<std::size_t>(jobs, count); ++i) threads.emplace_back(run);
  run();
  threads.clear();
  if (first_failure) std::rethrow_exception(first_failure);
}

}  // namespace landkaart::inline v0
