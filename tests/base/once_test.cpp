// SPDX-License-Identifier: EUPL-1.2
#include "core/base/once.h"

#include <stdexcept>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace landkaart {
namespace {

TEST(Once, MakesAValueOnceForManyThreads) {
  Once once;
  int made = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) threads.emplace_back([&] { once.run([&] { ++made; }); });
  }
  EXPECT_EQ(made, 1);
}

TEST(Once, TriesAgainAfterAnException) {
  Once once, other;
  EXPECT_THROW(once.run([] { throw std::runtime_error("not yet"); }), std::runtime_error);
  int made = 0;
  other.run([&] { ++made; });
  once.run([&] { ++made; });
  once.run([&] { ++made; });
  EXPECT_EQ(made, 2);
}

}  // namespace
}  // namespace landkaart
