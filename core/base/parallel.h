// SPDX-License-Identifier: EUPL-1.2
// parallel_for runs independent pieces of work on several threads. Only code that builds or lints
// packs uses it; code that reads packs starts no threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace landkaart::inline v0 {

// Calls work(0) to work(count - 1) from at most `jobs` threads, in no particular order. After an
// exception no further calls begin; when all threads have ended, the first exception is rethrown.
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
  const std::size_t wanted = std::min<std::size_t>(jobs, count);
  threads.reserve(wanted);
  try {
    while (threads.size() + 1 < wanted) threads.emplace_back(run);
  } catch (const std::system_error&) {
    // The system starts no more threads; those that run do the work.
  }
  run();
  threads.clear();
  if (first_failure) std::rethrow_exception(first_failure);
}

}  // namespace landkaart::inline v0
