// SPDX-License-Identifier: EUPL-1.2
// The operators are in a file of their own, because GCC 12 warns of mismatched allocation functions
// when it inlines one of two replaced operators but not the other.
#include "tests/support/allocations.h"

#include <atomic>
#include <cstdlib>
#include <new>

#if defined(__APPLE__)
#include <malloc/malloc.h>
#else
#include <malloc.h>
#endif

namespace {

using landkaart::testing::Failure;

std::atomic<std::size_t> blocks{0};
std::atomic<std::size_t> bytes{0}, most_bytes{0}, limit{~std::size_t{0}};
std::atomic<std::size_t> largest{0};  // bytes

thread_local std::uint64_t until_failure = 0;  // 0: no allocation fails
thread_local Failure sort_of_failure = Failure::one;
thread_local bool has_failed = false;

bool fails() {
  if (until_failure == 0 || until_failure-- > 1) return false;
  if (sort_of_failure == Failure::from_one) until_failure = 1;
  return has_failed = true;
}

void raise(std::atomic<std::size_t>& most, std::size_t value) {
  std::size_t known = most.load();
  while (value > known && !most.compare_exchange_weak(known, value)) {
  }
}

std::size_t reserved(void* memory) {
#if defined(__APPLE__)
  return malloc_size(memory);
#elif defined(_WIN32)
  return _msize(memory);
#else
  return malloc_usable_size(memory);
#endif
}

void* allocate(std::size_t size) {
  raise(largest, size);
  if (fails() || size > limit.load() || bytes.load() > limit.load() - size) return nullptr;
  void* const memory = std::malloc(size);
  if (memory == nullptr) return nullptr;
  ++blocks;
  raise(most_bytes, bytes += reserved(memory));
  return memory;
}

void release(void* memory) {
  if (memory == nullptr) return;
  --blocks;
  bytes -= reserved(memory);
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
void operator delete(void* memory, const std::nothrow_t&) noexcept { release(memory); }

namespace landkaart::testing {

std::size_t live_blocks() { return blocks.load(); }
std::size_t live_bytes() { return bytes.load(); }

std::size_t peak_bytes() { return most_bytes.load(); }
std::size_t largest_allocation() { return largest.load(); }
void reset_peaks() {
  most_bytes = bytes.load();
  largest = 0;
}

void limit_live_bytes(std::size_t most) { limit = most; }

void fail_allocation(std::uint64_t number, Failure failure) {
  sort_of_failure = failure;
  has_failed = false;
  until_failure = number;
}

bool stop_failing() {
  until_failure = 0;
  return has_failed;
}

}  // namespace landkaart::testing
