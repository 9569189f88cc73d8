// SPDX-License-Identifier: EUPL-1.2
#include "core/search/diminutive.h"

#include <gtest/gtest.h>

#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

std::string base(std::string_view word) {
  static const testing::BuiltIndex built(
      {{"proef straat plan bloem auto tuin raam woning oranje net"}});
  const auto term = base_of_diminutive(word, *built.index);
  return term ? term->lemma : "";
}

TEST(Diminutive, LosesItsEnding) {
  EXPECT_EQ(base("proefje"), "proef");
  EXPECT_EQ(base("straatjes"), "straat");
  EXPECT_EQ(base("tuintje"), "tuin");
  EXPECT_EQ(base("bloemetje"), "bloem");
  EXPECT_EQ(base("raampje"), "raam");
}

TEST(Diminutive, LosesTheLetterThatWasDoubled) {
  EXPECT_EQ(base("plannetje"), "plan");
  EXPECT_EQ(base("autootjes"), "auto");
}

TEST(Diminutive, HasAKForAG) { EXPECT_EQ(base("woninkje"), "woning"); }

TEST(Diminutive, IsOfAWordThatDocumentsHave) {
  EXPECT_EQ(base("tafeltje"), "");
  EXPECT_EQ(base("je"), "");
  EXPECT_EQ(base("proef"), "");
}

}  // namespace
}  // namespace landkaart
