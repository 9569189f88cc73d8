// SPDX-License-Identifier: EUPL-1.2
// The operators are in a file of their own, because GCC 12 warns of mismatched allocation functions
// when it inlines one of two replaced operators but not the other.
#include "tests/support/largest_allocation.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> largest{0};  // bytes

void* allocate(std::size_t size) {
  std::size_t known = largest.load();
  while (size > known && !largest.compare_exchange_weak(known, size)) {
  }
  return std::malloc(size);
}

}  // namespace

void* operator new(std::size_t size) {
  if (void* memory = allocate(size)) return memory;
  throw std::bad_alloc();
}
// clang's address sanitizer has its own version of this operator, whose memory std::free() rejects.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace landkaart::testing {

std::size_t largest_allocation() { return largest.load(); }
void reset_largest_allocation() { largest = 0; }

}  // namespace landkaart::testing
