// SPDX-License-Identifier: EUPL-1.2
// Compounds: their parts, and words that must not be split.
#include <gtest/gtest.h>

#include "tests/dutch/dutch.h"

namespace landkaart {
namespace {

TEST(Compounds, SplitBetweenTwoNouns) {
  EXPECT_EQ(parts_of("tunnelverlichting"), (Words{"tunnel", "verlichting"}));
  EXPECT_EQ(parts_of("inspraakverordening"), (Words{"inspraak", "verordening"}));
}

TEST(Compounds, SplitIntoTheMostCommonParts) {
  EXPECT_EQ(parts_of("gemeentehuis"), (Words{"gemeente", "huis"}));  // not gemeen and tehuis
}

TEST(Compounds, SplitAfterALinkingS) {
  EXPECT_EQ(parts_of("raadsvergadering"), (Words{"raad", "vergadering"}));
  EXPECT_EQ(parts_of("bewonersavond"), (Words{"bewoner", "avond"}));
}

TEST(Compounds, SplitAfterAPluralThatLinks) {
  EXPECT_EQ(parts_of("hondenbelasting"), (Words{"hond", "belasting"}));
  EXPECT_EQ(parts_of("afvalstoffenverordening"),
            (Words{"afval", "stof", "verordening", "afvalstof"}));
}

TEST(Compounds, SplitAfterALinkingEr) {
  EXPECT_EQ(parts_of("kinderopvang"), (Words{"kind", "opvang"}));
}

TEST(Compounds, SplitAfterTheStemOfAVerb) {
  EXPECT_EQ(parts_of("parkeervergunning"), (Words{"parkeren", "vergunning"}));
}

TEST(Compounds, SplitIntoMoreThanTwo) {
  EXPECT_EQ(parts_of("burgerparticipatietraject"), (Words{"burger", "participatie", "traject"}));
  EXPECT_EQ(parts_of("krachtenveldanalyse"), (Words{"kracht", "veld", "analyse"}));
}

TEST(Compounds, HaveTheCompoundsInsideThemAsPartsToo) {
  EXPECT_EQ(parts_of("kinderopvangtoeslag"), (Words{"kind", "opvang", "toeslag", "kinderopvang"}));
  EXPECT_EQ(parts_of("loopbaantraject"), (Words{"loop", "baan", "traject", "loopbaan"}));
}

TEST(Compounds, SplitBeforeTheLemmaIsTaken) {
  EXPECT_EQ(parts_of("raadsleden"), (Words{"raad", "lid"}));
}

TEST(Compounds, SplitWhenTheyAreInTheLexiconToo) {
  EXPECT_EQ(parts_of("raadslid"), (Words{"raad", "lid"}));
  EXPECT_EQ(parts_of("omgevingswet"), (Words{"omgeving", "wet"}));
}

TEST(Compounds, KeepTheSWithThePartItBelongsTo) {
  EXPECT_EQ(parts_of("doelstelling"), (Words{"doel", "stelling"}));  // not telling
  EXPECT_EQ(parts_of("plaatsbewijs"), (Words{"plaats", "bewijs"}));  // not plaat
}

TEST(Compounds, GiveTheKnownLastPartOfAnUnknownWord) {
  EXPECT_EQ(parts_of("xyzverordeningen"), (Words{"verordening"}));
}

TEST(Compounds, AreNotWordsThatBeginWithAPrefixOrParticle) {
  for (const char* word : {"gemeente", "verantwoording", "overleg", "onderzoek", "voorzitter",
                           "bijeenkomst", "samenwerken", "deelnemer", "herindeling"}) {
    EXPECT_EQ(parts_of(word), Words{}) << word;
  }
}

TEST(Compounds, AreNotWordsOfTheTableOfWholeWords) {
  for (const char* word : {"maatregel", "wethouder", "burgemeester", "cultuur"}) {
    EXPECT_EQ(parts_of(word), Words{}) << word;
  }
}

TEST(Compounds, HaveNoSuffixesForParts) {
  for (const char* word : {"gezondheid", "eigenaarschap", "werkloosheid", "rijkdom", "vereniging",
                           "verkoping", "voortzetting"}) {
    EXPECT_EQ(parts_of(word), Words{}) << word;
  }
}

}  // namespace
}  // namespace landkaart
