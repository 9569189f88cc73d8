// SPDX-License-Identifier: EUPL-1.2
// Once makes a value when it is first needed, from any number of threads. std::call_once does the
// same, but with GCC for Windows a call that throws makes every later std::call_once of the process
// wait for ever.
#pragma once

#include <atomic>
#include <mutex>

namespace landkaart::inline v0 {

class Once {
 public:
  // Calls make(), unless an earlier call of it returned. Other threads wait meanwhile. When make()
  // throws, the exception leaves run() and the next call tries again.
  template <typename Make>
  void run(const Make& make) {
    if (is_made_.load(std::memory_order_acquire)) return;
    const std::lock_guard lock(mutex_);
    if (is_made_.load(std::memory_order_relaxed)) return;
    make();
    is_made_.store(true, std::memory_order_release);
  }

 private:
  std::mutex mutex_;
  std::atomic<bool> is_made_ = false;
};

}  // namespace landkaart::inline v0
