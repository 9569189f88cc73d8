// SPDX-License-Identifier: EUPL-1.2
// The operators are in a file of their own, because GCC 12 warns of mismatched allocation functions
// when it inlines one of two replaced operators but not the other.
#include "tests/hostile/memory_meter.h"

#include <atomic>
#include <cstdlib>
#include <new>

#include <malloc.h>

namespace {

std::atomic<std::size_t> allocated{0}, peak{0}, limit{~std::size_t{0}};  // bytes

void* allocate(std::size_t size) {
  if (size > limit.load() || allocated.load() > limit.load() - size) return nullptr;
  void* const memory = std::malloc(size);
  if (memory == nullptr) return nullptr;
  const std::size_t now = allocated.fetch_add(malloc_usable_size(memory)) + size;
  std::size_t known = peak.load();
  while (now > known && !peak.compare_exchange_weak(known, now)) {
  }
  return memory;
}

void release(void* memory) {
  if (memory == nullptr) return;
  allocated.fetch_sub(malloc_usable_size(memory));
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

std::size_t allocated_memory() { return allocated.load(); }
std::size_t peak_memory() { return peak.load(); }
void reset_peak_memory() { peak = allocated.load(); }
void limit_memory(std::size_t bytes) { limit = bytes; }

}  // namespace landkaart::testing
