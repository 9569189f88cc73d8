// SPDX-License-Identifier: EUPL-1.2
#include "core/base/parallel.h"

#include <stdexcept>

#include <gtest/gtest.h>

namespace landkaart {
namespace {

TEST(Parallel, DoesEveryPieceOnceForAnyNumberOfThreads) {
  for (const unsigned jobs : {1u, 2u, 8u, 1000u}) {
    std::vector<std::atomic<int>> done(100);
    parallel_for(done.size(), jobs, [&](std::size_t i) { ++done[i]; });
    for (const auto& times : done) EXPECT_EQ(times, 1);
  }
  parallel_for(0, 4, [](std::size_t) { FAIL(); });
}

TEST(Parallel, RethrowsAnException) {
  for (const unsigned jobs : {1u, 4u}) {
    EXPECT_THROW(parallel_for(50, jobs,
                              [](std::size_t i) {
                                if (i == 20) throw std::runtime_error("twintig");
                              }),
                 std::runtime_error);
  }
}

}  // namespace
}  // namespace landkaart
