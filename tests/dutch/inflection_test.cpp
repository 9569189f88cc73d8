// SPDX-License-Identifier: EUPL-1.2
// Inflections: the forms of a lemma that people may type.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/dutch/dutch.h"

namespace landkaart {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

TEST(Inflections, GiveThePluralsOfANoun) {
  EXPECT_THAT(inflections_of("woning"), ElementsAre("woningen"));
  EXPECT_THAT(inflections_of("gemeente"), ElementsAre("gemeenten", "gemeentes"));
}

TEST(Inflections, GiveTheFormsOfAVerb) {
  EXPECT_THAT(inflections_of("werken"), IsSupersetOf({"werkt", "werkte", "gewerkt"}));
  EXPECT_THAT(inflections_of("afleggen"), IsSupersetOf({"aflegt", "aflegde", "afgelegd"}));
}

TEST(Inflections, GiveTheAdjectiveWithItsEnding) {
  EXPECT_THAT(inflections_of("gevoelig"), Contains("gevoelige"));
}

TEST(Inflections, LeaveOutFormsThatPeopleSeldomType) {
  EXPECT_THAT(inflections_of("werken"), Not(Contains("werkende")));
  EXPECT_THAT(inflections_of("gevoelig"), Not(Contains("gevoeligst")));
}

TEST(Inflections, GiveOnePluralOfACompound) {
  EXPECT_THAT(inflections_of("parkeervergunning"), ElementsAre("parkeervergunningen"));
  EXPECT_THAT(inflections_of("raadslid"), ElementsAre("raadsleden"));
  EXPECT_THAT(inflections_of("krachtenveldanalyse"), ElementsAre("krachtenveldanalyses"));
}

TEST(Inflections, AreEmptyForAnUnknownWord) { EXPECT_THAT(inflections_of("zxqv"), IsEmpty()); }

}  // namespace
}  // namespace landkaart
