// SPDX-License-Identifier: EUPL-1.2
#include "core/base/recent_cache.h"

#include <string>

#include <gtest/gtest.h>

namespace landkaart {
namespace {

void insert(RecentCache<std::string>& cache, std::uint64_t key, std::size_t bytes) {
  cache.insert(key, std::make_shared<const std::string>(bytes, 'b'), bytes);
}

TEST(RecentCache, RemovesTheValueThatWasNotUsedForTheLongestTime) {
  RecentCache<std::string> cache(100);
  insert(cache, 1, 40);
  insert(cache, 2, 40);
  EXPECT_TRUE(cache.find(1));
  insert(cache, 3, 40);
  EXPECT_FALSE(cache.find(2)) << "1 was used after 2";
  EXPECT_TRUE(cache.find(1));
  EXPECT_TRUE(cache.find(3));
}

TEST(RecentCache, ReplacesTheValueOfAKey) {
  RecentCache<std::string> cache(100);
  insert(cache, 1, 40);
  insert(cache, 1, 60);
  EXPECT_EQ(cache.find(1)->size(), 60u);
}

TEST(RecentCache, DoesNotKeepAValueAboveItsBudget) {
  RecentCache<std::string> cache(100);
  insert(cache, 1, 40);
  insert(cache, 2, 101);
  EXPECT_FALSE(cache.find(2));
  EXPECT_TRUE(cache.find(1));
}

TEST(RecentCache, ReturnsValuesThatStayValidAfterTheirRemoval) {
  RecentCache<std::string> cache(100);
  insert(cache, 1, 60);
  const auto first = cache.find(1);
  insert(cache, 2, 60);
  EXPECT_FALSE(cache.find(1));
  EXPECT_EQ(*first, std::string(60, 'b'));
}

}  // namespace
}  // namespace landkaart
