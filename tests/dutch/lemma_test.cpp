// SPDX-License-Identifier: EUPL-1.2
// Lemmas: each rule of Dutch inflection, and words to which a rule must not apply.
#include <gtest/gtest.h>

#include "tests/dutch/dutch.h"

namespace landkaart {
namespace {

TEST(Lemmas, FindTheSingularOfARegularPlural) {
  EXPECT_EQ(lemma_of("woningen"), "woning");
  EXPECT_EQ(lemma_of("vergunningen"), "vergunning");
  EXPECT_EQ(lemma_of("wethouders"), "wethouder");
}

TEST(Lemmas, FindTheSingularOfAnIrregularPlural) {
  EXPECT_EQ(lemma_of("steden"), "stad");
  EXPECT_EQ(lemma_of("kinderen"), "kind");
  EXPECT_EQ(lemma_of("leden"), "lid");
  EXPECT_EQ(lemma_of("wegen"), "weg");
}

TEST(Lemmas, FollowTheLastPartOfACompoundWithAnIrregularPlural) {
  EXPECT_EQ(lemma_of("raadsleden"), "raadslid");
  EXPECT_EQ(lemma_of("hoofdsteden"), "hoofdstad");
}

TEST(Lemmas, TurnVoicedConsonantsBackAtTheEnd) {
  EXPECT_EQ(lemma_of("huizen"), "huis");
  EXPECT_EQ(lemma_of("brieven"), "brief");
}

TEST(Lemmas, KeepLongAndShortVowelsApart) {
  EXPECT_EQ(lemma_of("bomen"), "boom");
  EXPECT_EQ(lemma_of("bommen"), "bom");
}

TEST(Lemmas, ChooseTheMoreUsualOfTwoWordsThatShareAForm) {
  EXPECT_EQ(lemma_of("weet"), "weten");         // not wijten
  EXPECT_EQ(lemma_of("wist"), "weten");         // not wissen
  EXPECT_EQ(lemma_of("gebeurd"), "gebeuren");   // not beuren
  EXPECT_EQ(lemma_of("gezichten"), "gezicht");  // not zichten
  EXPECT_EQ(lemma_of("botst"), "botsen");       // not bot
  EXPECT_EQ(lemma_of("borg"), "borgen");        // "hoe borg ik dat"
  EXPECT_EQ(lemma_of("hielden"), "houden");     // not hielen
  EXPECT_EQ(lemma_of("geniet"), "genieten");    // not nieten
}

TEST(Lemmas, DoNotLengthenTheVowelOfAnUnstressedSyllable) {
  EXPECT_EQ(lemma_of("middelen"), "middel");
  EXPECT_EQ(lemma_of("sectoren"), "sector");
}

TEST(Lemmas, FindBothPluralsOfAWordThatHasTwo) {
  EXPECT_EQ(lemma_of("gemeenten"), "gemeente");
  EXPECT_EQ(lemma_of("gemeentes"), "gemeente");
}

TEST(Lemmas, ReadWordsWithoutApostropheAndDiaeresis) {
  EXPECT_EQ(lemma_of("collegas"), "collega");
  EXPECT_EQ(lemma_of("ideeen"), "idee");
}

TEST(Lemmas, FindTheSingularOfALatinPlural) {
  EXPECT_EQ(lemma_of("criteria"), "criterium");
  EXPECT_EQ(lemma_of("musea"), "museum");
  EXPECT_EQ(lemma_of("politici"), "politicus");
}

TEST(Lemmas, RemoveTheEndingFromAnAdjective) {
  EXPECT_EQ(lemma_of("goede"), "goed");
  EXPECT_EQ(lemma_of("grote"), "groot");
  EXPECT_EQ(lemma_of("lieve"), "lief");
  EXPECT_EQ(lemma_of("gevoelige"), "gevoelig");
  EXPECT_EQ(lemma_of("financiele"), "financieel");
  EXPECT_EQ(lemma_of("bevoegde"), "bevoegd");
}

TEST(Lemmas, RemoveTheComparisonFromAnAdjective) {
  EXPECT_EQ(lemma_of("grotere"), "groot");
  EXPECT_EQ(lemma_of("belangrijkste"), "belangrijk");
  EXPECT_EQ(lemma_of("betere"), "goed");
}

TEST(Lemmas, DoNotReadRechterAsAComparative) { EXPECT_EQ(lemma_of("rechter"), "rechter"); }

TEST(Lemmas, FindTheInfinitiveOfAWeakVerb) {
  for (const char* form : {"werkt", "werkte", "werkten", "gewerkt", "werkend", "werkende"}) {
    EXPECT_EQ(lemma_of(form), "werken") << form;
  }
  EXPECT_EQ(lemma_of("legt"), "leggen");
}

TEST(Lemmas, FindTheInfinitiveOfAStrongVerb) {
  EXPECT_EQ(lemma_of("liep"), "lopen");
  EXPECT_EQ(lemma_of("gelopen"), "lopen");
  EXPECT_EQ(lemma_of("heeft"), "hebben");
  EXPECT_EQ(lemma_of("had"), "hebben");
  EXPECT_EQ(lemma_of("is"), "zijn");
  EXPECT_EQ(lemma_of("was"), "zijn");
}

TEST(Lemmas, FindTheInfinitiveOfAVerbOfOneSyllable) {
  for (const char* form : {"sta", "staat", "stond", "stonden", "gestaan"}) {
    EXPECT_EQ(lemma_of(form), "staan") << form;
  }
  for (const char* form : {"ga", "gaat", "ging", "gingen", "gegaan"}) {
    EXPECT_EQ(lemma_of(form), "gaan") << form;
  }
  for (const char* form : {"doe", "doet", "deed", "gedaan"}) EXPECT_EQ(lemma_of(form), "doen");
  for (const char* form : {"zie", "ziet", "zag", "gezien"}) EXPECT_EQ(lemma_of(form), "zien");
  for (const char* form : {"sla", "slaat", "sloeg"}) EXPECT_EQ(lemma_of(form), "slaan") << form;
  for (const char* form : {"ben", "bent", "geweest"}) EXPECT_EQ(lemma_of(form), "zijn") << form;
  for (const char* form : {"heb", "hebt"}) EXPECT_EQ(lemma_of(form), "hebben") << form;
}

TEST(Lemmas, FindTheInfinitiveOfAnAuxiliary) {
  for (const char* form : {"kan", "kun", "kunt", "kon", "konden"}) {
    EXPECT_EQ(lemma_of(form), "kunnen") << form;
  }
  for (const char* form : {"mag", "mocht"}) EXPECT_EQ(lemma_of(form), "mogen") << form;
  for (const char* form : {"moet", "moest"}) EXPECT_EQ(lemma_of(form), "moeten") << form;
  for (const char* form : {"wil", "wilt", "wou", "wilde", "wilden"}) {
    EXPECT_EQ(lemma_of(form), "willen") << form;
  }
  for (const char* form : {"zal", "zult", "zou", "zouden"}) {
    EXPECT_EQ(lemma_of(form), "zullen") << form;
  }
}

TEST(Lemmas, FindTheInfinitiveOfAVerbOfOneSyllableBehindAPrefixOrParticle) {
  EXPECT_EQ(lemma_of("versta"), "verstaan");
  EXPECT_EQ(lemma_of("bijstaat"), "bijstaan");
  EXPECT_EQ(lemma_of("meegedaan"), "meedoen");
  EXPECT_EQ(lemma_of("omgaat"), "omgaan");
  EXPECT_EQ(lemma_of("voorziet"), "voorzien");
}

TEST(Lemmas, KeepAlleenApartFromAlle) { EXPECT_EQ(lemma_of("alleen"), "alleen"); }

TEST(Lemmas, KeepStatenApartFromStaan) {
  EXPECT_EQ(lemma_of("staten"), "staten");
  EXPECT_EQ(lemma_of("lidstaten"), "lidstaat");
}

TEST(Lemmas, FindTheInfinitiveOfAVerbWithAPrefix) {
  EXPECT_EQ(lemma_of("verleende"), "verlenen");
  EXPECT_EQ(lemma_of("betrokken"), "betrekken");
}

TEST(Lemmas, FindTheInfinitiveOfASeparableVerb) {
  EXPECT_EQ(lemma_of("afgelegd"), "afleggen");
  EXPECT_EQ(lemma_of("meegenomen"), "meenemen");
  EXPECT_EQ(lemma_of("opgeschaald"), "opschalen");
  EXPECT_EQ(lemma_of("samengewerkt"), "samenwerken");
}

TEST(Lemmas, ChooseTheMoreUsualOfPluralAndInfinitive) {
  EXPECT_EQ(lemma_of("plannen"), "plan");
  EXPECT_EQ(lemma_of("vragen"), "vragen");
}

TEST(Lemmas, KeepNounsThatAreAlsoFormsOfVerbs) {
  EXPECT_EQ(lemma_of("werk"), "werk");
  EXPECT_EQ(lemma_of("kust"), "kust");
  EXPECT_EQ(lemma_of("parlement"), "parlement");
}

TEST(Lemmas, NeverJoinWordsThatOnlyLookAlike) {
  EXPECT_EQ(lemma_of("gemeente"), "gemeente");
  EXPECT_EQ(lemma_of("gemeen"), "gemeen");
  EXPECT_EQ(lemma_of("mening"), "mening");
  EXPECT_EQ(lemma_of("gezondheid"), "gezondheid");
}

TEST(Lemmas, LeaveDerivationsAlone) {
  EXPECT_EQ(lemma_of("woning"), "woning");
  EXPECT_EQ(lemma_of("wonen"), "wonen");
}

TEST(Lemmas, LeaveFunctionWordsAlone) {
  for (const char* word : {"volgens", "overigens", "tussen", "samen", "rechts"}) {
    EXPECT_EQ(lemma_of(word), word);
  }
}

TEST(Lemmas, FollowTheLastPartOfAnUnknownCompound) {
  EXPECT_EQ(lemma_of("wijkcoordinatoren"), "wijkcoordinator");
  EXPECT_EQ(lemma_of("xyzverordeningen"), "xyzverordening");
}

TEST(Lemmas, ReadAnInfinitiveAtTheEndOfACompoundAsAPlural) {
  EXPECT_EQ(lemma_of("vragen"), "vragen");
  EXPECT_EQ(lemma_of("wijkvragen"), "wijkvraag");
}

TEST(Lemmas, LeaveOtherUnknownWordsAsTheyAre) {
  for (const char* word : {"zxqv", "ynwenners", "2030", "", "\xd0\xbc\xd0\xb8\xd1\x80"}) {
    EXPECT_EQ(lemma_of(word), word);
  }
}

}  // namespace
}  // namespace landkaart
