// SPDX-License-Identifier: EUPL-1.2
#include "core/format/inflate.h"

#include <new>

#include <gtest/gtest.h>

#include "core/format/deflate.h"
#include "landkaart/error.h"
#include "tests/support/allocations.h"

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
  std::uint64_t failures = 0;
  for (bool failed = true; failed;) {
    const std::size_t held = testing::live_blocks();
    bool out_of_memory = false;
    testing::fail_allocation(failures + 1, testing::Failure::one);
    try {
      inflate(as_bytes(block), text.size());
    } catch (const std::bad_alloc&) {
      out_of_memory = true;
    }
    failed = testing::stop_failing();
    EXPECT_EQ(out_of_memory, failed);
    EXPECT_EQ(testing::live_blocks(), held) << "after allocation " << failures + 1 << " failed";
    failures += failed ? 1 : 0;
  }
  EXPECT_GE(failures, 2u) << "zlib and the result each allocate";
  EXPECT_EQ(inflate(as_bytes(block), text.size()), text);
}

}  // namespace
}  // namespace landkaart
