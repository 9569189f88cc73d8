// SPDX-License-Identifier: EUPL-1.2
#include "core/search/integer_log2.h"

#include <cmath>

#include <gtest/gtest.h>

namespace landkaart {
namespace {

TEST(Log2Table, IsExactForPowersOf2) {
  const Log2Table log2;
  for (unsigned bit = 0; bit < 32; ++bit) {
    EXPECT_EQ(log2(1u << bit), static_cast<std::int32_t>(bit << kLog2FractionBits)) << bit;
  }
}

TEST(Log2Table, IsALittleBelowTheLogarithm) {
  const Log2Table log2;
  for (std::uint64_t value = 1; value <= 0xffffffff; value += 1 + value / 100) {
    const double exact = std::log2(static_cast<double>(value)) * (1 << kLog2FractionBits);
    const double error = exact - log2(static_cast<std::uint32_t>(value));
    EXPECT_GE(error, 0) << value;
    // A number of 13 bits or more is cut to 12 bits, which loses at most one part in 2048.
    EXPECT_LT(error, value < 4096 ? 1 : 4) << value;
  }
}

}  // namespace
}  // namespace landkaart
