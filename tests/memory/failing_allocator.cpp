// SPDX-License-Identifier: EUPL-1.2
// The operators are in a file of their own, because GCC 12 warns of mismatched allocation functions
// when it inlines one of two replaced operators but not the other.
#include "tests/memory/failing_allocator.h"

#include <atomic>
#include <cstdlib>
#include <new>

#include <malloc.h>

namespace {

using landkaart::testing::Failure;

std::atomic<std::int64_t> live{0};  // blocks
std::atomic<std::int64_t> bytes{0}, most_bytes{0}, bytes_at_reset{0};

thread_local std::uint64_t until_failure = 0;  // 0: no allocation fails
thread_local Failure sort_of_failure = Failure::one;
thread_local bool has_failed = false;

bool fails() {
  if (until_failure == 0 || until_failure-- > 1) return false;
  if (sort_of_failure == Failure::from_one) until_failure = 1;
  return has_failed = true;
}

void* allocate(std::size_t size) {
  if (fails()) return nullptr;
  void* memory = std::malloc(size);
  if (memory == nullptr) return nullptr;
  ++live;
  const std::int64_t now = bytes += static_cast<std::int64_t>(malloc_usable_size(memory));
  std::int64_t most = most_bytes.load();
  while (now > most && !most_bytes.compare_exchange_weak(most, now)) {
  }
  return memory;
}

void release(void* memory) {
  if (memory == nullptr) return;
  --live;
  bytes -= static_cast<std::int64_t>(malloc_usable_size(memory));
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) {
  if (void* memory = allocate(size)) return memory;
  throw std::bad_alloc();
}
// clang's address sanitizer has its own version of this operator, whose memory std::free() rejects.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void operator delete(void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }

namespace landkaart::testing {

void fail_allocation(std::uint64_t number, Failure failure) {
  sort_of_failure = failure;
  has_failed = false;
  until_failure = number;
}

bool stop_failing() {
  until_failure = 0;
  return has_failed;
}

std::int64_t live_blocks() { return live.load(); }

std::int64_t peak_bytes() { return most_bytes - bytes_at_reset; }
void reset_peak() { most_bytes = bytes_at_reset = bytes.load(); }

}  // namespace landkaart::testing
