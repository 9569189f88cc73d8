// SPDX-License-Identifier: EUPL-1.2
#include "core/base/checksum.h"

#include <gtest/gtest.h>

namespace landkaart {
namespace {

TEST(Checksum, IsTheCrc32OfZlibAndPng) {
  EXPECT_EQ(crc32(as_bytes("123456789")), 0xcbf43926u);
  EXPECT_EQ(crc32({}), 0u);
}

}  // namespace
}  // namespace landkaart
