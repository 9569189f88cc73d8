// SPDX-License-Identifier: EUPL-1.2
#include "core/search/spelling.h"

#include <gtest/gtest.h>

#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

// The definition of optimal string alignment, without any cleverness.
unsigned distance_by_definition(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return static_cast<unsigned>(a.size() + b.size());
  const auto shorter = [](std::string_view text, std::size_t by) {
    return text.substr(0, text.size() - by);
  };
  unsigned least = std::min(
      {distance_by_definition(shorter(a, 1), b) + 1, distance_by_definition(a, shorter(b, 1)) + 1,
       distance_by_definition(shorter(a, 1), shorter(b, 1)) + (a.back() != b.back())});
  if (a.size() > 1 && b.size() > 1 && a.back() == b[b.size() - 2] && b.back() == a[a.size() - 2]) {
    least = std::min(least, distance_by_definition(shorter(a, 2), shorter(b, 2)) + 1);
  }
  return least;
}

TEST(Spelling, CountsEditsAsDefined) {
  std::mt19937 random(9);
  for (int i = 0; i < 400; ++i) {
    std::string a, b;
    for (std::size_t left = random() % 6; left > 0; --left)
      a += static_cast<char>('a' + random() % 3);
    for (std::size_t left = random() % 6; left > 0; --left)
      b += static_cast<char>('a' + random() % 3);
    for (unsigned most = 0; most < 4; ++most) {
      ASSERT_EQ(edit_distance(a, b, most), std::min(distance_by_definition(a, b), most + 1))
          << a << " " << b;
    }
  }
}

TEST(Spelling, AllowsMoreEditsInLongerWords) {
  EXPECT_EQ(allowed_edits(4), 0u);
  EXPECT_EQ(allowed_edits(5), 1u);
  EXPECT_EQ(allowed_edits(8), 1u);
  EXPECT_EQ(allowed_edits(9), 2u);
}

TEST(Spelling, FindsTheNearestWordAndOfThoseTheMostCommon) {
  const testing::BuiltIndex built(
      {{"gemeente raden"}, {"gemeente ramen"}, {"ramen verantwoording"}});
  EXPECT_EQ(nearest_word(*built.index, "gemeetne"), "gemeente") << "a swap is one edit";
  EXPECT_EQ(nearest_word(*built.index, "raxen"), "ramen") << "it is in more documents";
  EXPECT_EQ(nearest_word(*built.index, "verantwoordng"), "verantwoording");
  EXPECT_EQ(nearest_word(*built.index, "ramen"), std::nullopt) << "it is known";
  EXPECT_EQ(nearest_word(*built.index, "ra"), std::nullopt) << "it is too short";
  EXPECT_EQ(nearest_word(*built.index, "zomaariets"), std::nullopt);
}

}  // namespace
}  // namespace landkaart
