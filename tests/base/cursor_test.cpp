// SPDX-License-Identifier: EUPL-1.2
#include "core/base/cursor.h"

#include <gtest/gtest.h>

#include "core/base/varint.h"
#include "landkaart/error.h"

namespace landkaart {
namespace {

TEST(Cursor, ReadsTheVarintsThatWereWritten) {
  for (const std::uint64_t value : {0ull, 1ull, 127ull, 128ull, 16'383ull, 16'384ull, ~0ull}) {
    std::string bytes;
    append_varint(bytes, value);
    Cursor cursor(as_bytes(bytes), "a test");
    EXPECT_EQ(cursor.varint(), value);
    EXPECT_TRUE(cursor.at_end());
    EXPECT_EQ(bytes.size(), varint_bytes(value));
  }
}

TEST(Cursor, RejectsReadingPastTheEnd) {
  const std::string bytes = "abc";
  Cursor cursor(as_bytes(bytes), "a test");
  cursor.read(2);
  EXPECT_THROW(cursor.u16(), Error);
  EXPECT_THROW(cursor.read(~std::uint64_t{0}), Error);
}

TEST(Cursor, RejectsAVarintOfMoreThanTenBytes) {
  const std::string bytes(11, '\xff');
  Cursor cursor(as_bytes(bytes), "a test");
  try {
    cursor.varint();
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::malformed);
  }
}

}  // namespace
}  // namespace landkaart
