// SPDX-License-Identifier: EUPL-1.2
// Tests inflate, also when an allocation fails. This file replaces operator new and delete of the
// test program, so that a test can let a chosen allocation fail and count the blocks that are not
// freed.
#include "core/format/inflate.h"

#include <atomic>
#include <cstdlib>
#include <new>

#include <gtest/gtest.h>

#include "core/format/deflate.h"
#include "landkaart/error.h"

namespace {

// Number of allocations that succeed before one fails. Below 0: no allocation fails.
std::atomic<long> allocations_left{-1};
std::atomic<long> blocks_held{0};  // allocated and not freed yet

void* allocate(std::size_t size) noexcept {
  if (allocations_left >= 0 && allocations_left-- == 0) return nullptr;
  void* memory = std::malloc(size);
  if (memory != nullptr) ++blocks_held;
  return memory;
}

[[gnu::noinline]] void release(void* memory) noexcept {
  if (memory != nullptr) --blocks_held;
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) {
  if (void* memory = allocate(size)) return memory;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void operator delete(void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { release(memory); }

namespace landkaart {
namespace {

std::string some_text() {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "regel " + std::to_string(i * i) + "\n";
  return text;
}

TEST(Inflate, ReturnsTheBeginningOfABlock) {
  const std::string text = some_text();
  const std::string block = deflate(text);
  for (const std::size_t length : {std::size_t{0}, std::size_t{1}, text.size() / 2, text.size()}) {
    EXPECT_EQ(inflate(as_bytes(block), length), text.substr(0, length));
  }
}

TEST(Inflate, RejectsABlockThatIsTooShortOrNotDeflate) {
  const std::string text = some_text();
  const std::string block = deflate(text);
  const auto code_of = [](std::string_view bytes, std::size_t length) {
    try {
      inflate(as_bytes(bytes), length);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode{};
  };
  EXPECT_EQ(code_of(block, text.size() + 1), ErrorCode::malformed);
  EXPECT_EQ(code_of(std::string_view(block).substr(0, block.size() / 2), text.size()),
            ErrorCode::malformed);
  EXPECT_EQ(code_of("\xff\xff\xff", 10), ErrorCode::malformed);
  EXPECT_EQ(code_of("", 10), ErrorCode::malformed);
}

TEST(Inflate, ThrowsBadAllocAndFreesItsMemoryWhenAnAllocationFails) {
  const std::string text = some_text();
  const std::string block = deflate(text);
  long failures = 0;
  for (bool failed = true; failed;) {
    const long held = blocks_held;
    failed = false;
    allocations_left = failures;
    try {
      inflate(as_bytes(block), text.size());
    } catch (const std::bad_alloc&) {
      failed = true;
    }
    allocations_left = -1;
    EXPECT_EQ(blocks_held, held) << "after allocation " << failures << " failed";
    failures += failed ? 1 : 0;
  }
  EXPECT_GE(failures, 2) << "zlib and the result each allocate";
  EXPECT_EQ(inflate(as_bytes(block), text.size()), text);
}

}  // namespace
}  // namespace landkaart
