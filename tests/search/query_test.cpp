// SPDX-License-Identifier: EUPL-1.2
#include "core/search/query.h"

#include <gtest/gtest.h>

namespace landkaart {
namespace {

using Words = std::vector<std::string>;

TEST(Query, TakesEachWordOnceFolded) {
  EXPECT_EQ(parse_query("Één raad, één Collega's RAAD").words, Words({"een", "raad", "collegas"}));
}

TEST(Query, TakesAMinusBeforeAWordAsExclusion) {
  const Query query = parse_query("-raad regels -college");
  EXPECT_EQ(query.words, Words({"regels"}));
  EXPECT_EQ(query.excluded, Words({"raad", "college"}));
}

TEST(Query, TakesAHyphenInAWordAsPartOfIt) {
  const Query query = parse_query("co-creatie 2020-2021");
  EXPECT_EQ(query.words, Words({"cocreatie", "2020", "2021"}));
  EXPECT_TRUE(query.excluded.empty());
}

TEST(Query, StopsAfterManyWords) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "woord" + std::to_string(i) + " ";
  EXPECT_EQ(parse_query(text).words.size(), 64u);
}

}  // namespace
}  // namespace landkaart
