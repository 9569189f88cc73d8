// SPDX-License-Identifier: EUPL-1.2
#include "core/base/salted_hash.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include <gtest/gtest.h>

namespace landkaart {
namespace {

template <typename Set>
std::size_t largest_bucket(const Set& set) {
  std::size_t largest = 0;
  for (std::size_t i = 0; i < set.bucket_count(); ++i) {
    largest = std::max(largest, set.bucket_size(i));
  }
  return largest;
}

// The tables of the GNU library put a number into the bucket `number % bucket_count`.
TEST(SaltedHash, SpreadsNumbersThatWereChosenForOneBucket) {
  constexpr std::uint64_t kNumbers = 4096;
  std::unordered_set<std::uint64_t, SaltedHash> set;
  set.reserve(kNumbers);
  const std::uint64_t step = set.bucket_count();
  for (std::uint64_t i = 0; i < kNumbers; ++i) set.insert(i * step);
  EXPECT_EQ(set.size(), kNumbers);
  EXPECT_LT(largest_bucket(set), 32u);
}

TEST(SaltedHash, SpreadsWordsThatWereChosenForOneBucket) {
  constexpr std::size_t kWords = 256;
  std::unordered_set<std::string, SaltedHash> set;
  set.reserve(kWords);
  const std::size_t buckets = set.bucket_count();
  for (std::size_t i = 0; set.size() < kWords; ++i) {
    const std::string word = "woord" + std::to_string(i);
    if (std::hash<std::string>()(word) % buckets == 0) set.insert(word);
  }
  EXPECT_LT(largest_bucket(set), 32u);
}

TEST(SaltedHash, IsTheSameForEqualKeysInOneProcess) {
  EXPECT_EQ(SaltedHash()(std::string("raad")), SaltedHash()(std::string_view("raad")));
  EXPECT_EQ(SaltedHash()(std::uint64_t{7}), SaltedHash()(std::uint64_t{7}));
}

}  // namespace
}  // namespace landkaart
