// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include <gtest/gtest.h>

#include "core/language/dutch/dutch_rules.h"

namespace landkaart {
namespace {

using Words = std::vector<std::string>;

// The first candidate that a small dictionary has, as the query planner chooses it.
std::string base(std::string_view word) {
  static const Words kDictionary = {"proef", "straat", "plan", "bloem",
                                    "auto",  "tuin",   "raam", "woning"};
  for (const std::string& candidate : dutch_diminutive_bases(word)) {
    if (std::ranges::find(kDictionary, candidate) != kDictionary.end()) return candidate;
  }
  return "";
}

TEST(DutchDiminutives, LoseTheirEnding) {
  EXPECT_EQ(base("proefje"), "proef");
  EXPECT_EQ(base("straatjes"), "straat");
  EXPECT_EQ(base("tuintje"), "tuin");
  EXPECT_EQ(base("bloemetje"), "bloem");
  EXPECT_EQ(base("raampje"), "raam");
}

TEST(DutchDiminutives, LoseADoubledLetterBeforeTheEnding) {
  EXPECT_EQ(base("plannetje"), "plan");
  EXPECT_EQ(base("autootjes"), "auto");
}

TEST(DutchDiminutives, ReplaceKByG) { EXPECT_EQ(base("woninkje"), "woning"); }

TEST(DutchDiminutives, HaveBasesOfThreeLettersOrMore) {
  EXPECT_EQ(dutch_diminutive_bases("eitje"), Words({"eit"})) << "\"ei\" has two letters";
  EXPECT_EQ(dutch_diminutive_bases("je"), Words());
}

TEST(DutchDiminutives, AreWordsThatEndInJe) { EXPECT_EQ(dutch_diminutive_bases("proef"), Words()); }

}  // namespace
}  // namespace landkaart
