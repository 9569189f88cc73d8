// SPDX-License-Identifier: EUPL-1.2
// Separable verbs that are written as two words, and particles that are prepositions.
#include "content-pack/compiler/dutch/separated_verbs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/dutch/dutch.h"

namespace landkaart {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Words verbs_in(std::string_view text) {
  std::vector<Token> words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) words.push_back(token);
  Words verbs;
  for (const SeparatedVerb& verb : separated_verbs(dutch_analysis(), text, words)) {
    verbs.push_back(verb.form);
  }
  return verbs;
}

TEST(SeparatedVerbs, EndAClauseWithTheirParticle) {
  EXPECT_THAT(verbs_in("De gemeente nodigt bewoners uit."), ElementsAre("uitnodigt"));
  EXPECT_THAT(verbs_in("Zij trekken zich terug"), ElementsAre("terugtrekken"));
  EXPECT_THAT(verbs_in("Wie doet er mee?\nNiemand."), IsEmpty());
}

TEST(SeparatedVerbs, HaveTheIndexOfTheirStem) {
  const std::string_view text = "Morgen legt zij de eed af.";
  std::vector<Token> words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) words.push_back(token);
  const auto verbs = separated_verbs(dutch_analysis(), text, words);
  ASSERT_EQ(verbs.size(), 1u);
  EXPECT_EQ(words[verbs[0].word].folded, "legt");
}

TEST(SeparatedVerbs, MayHaveAPastOrAStrongForm) {
  EXPECT_THAT(verbs_in("De raad stelde het plan vast."), ElementsAre("vaststelde"));
  EXPECT_THAT(verbs_in("De bewoners droegen het over."), ElementsAre("overdroegen"));
}

TEST(SeparatedVerbs, GoWithTheNearestVerb) {
  EXPECT_THAT(verbs_in("De raad stelt het plan vast en legt het morgen uit."),
              ElementsAre("vaststelt", "uitlegt"));
}

TEST(SeparatedVerbs, AreFoundAroundTe) {
  EXPECT_THAT(verbs_in("Zij vraagt bewoners uit te nodigen voor het feest"),
              ElementsAre("uitnodigen"));
  EXPECT_THAT(verbs_in("Dat lukt door te werken. Zij is er om te vormen."), IsEmpty());
  EXPECT_THAT(verbs_in("Iets om over te praten, en iets om over te nemen"),
              ElementsAre("overnemen"));
}

TEST(SeparatedVerbs, MayBeAnOrder) {
  EXPECT_THAT(verbs_in("Werk het plan uit. Vraag je af waarom."),
              ElementsAre("uitwerk", "afvraag"));
}

TEST(SeparatedVerbs, AreFoundBeforeAnotherPhrase) {
  EXPECT_THAT(verbs_in("Zij nodigt bewoners uit voor een gesprek"), ElementsAre("uitnodigt"));
  EXPECT_THAT(verbs_in("Zij nodigt bewoners uit om te praten"), ElementsAre("uitnodigt"));
  EXPECT_THAT(verbs_in("Zij nodigt mensen uit en luistert"), ElementsAre("uitnodigt"));
  EXPECT_THAT(verbs_in("Schrijf op wie er meedoet"), ElementsAre("opschrijf"));
  EXPECT_THAT(verbs_in("Zij werken samen met bewoners"), ElementsAre("samenwerken"));
}

TEST(SeparatedVerbs, AreNotMadeWithAPreposition) {
  EXPECT_THAT(verbs_in("De gemeente nodigt mensen uit de wijk."), IsEmpty());
  EXPECT_THAT(verbs_in("Daar werkt hij aan."), IsEmpty());
  EXPECT_THAT(verbs_in("De ambtenaar werkt van huis uit."), IsEmpty());
  EXPECT_THAT(verbs_in("Zij gaan naar de bewoners toe."), IsEmpty());
  EXPECT_THAT(verbs_in("Hij legt het in en om de school."), IsEmpty());
  EXPECT_THAT(verbs_in("Zij praten over wat er moet komen."), IsEmpty());
  EXPECT_THAT(verbs_in("Zij doen dat samen met bewoners."), IsEmpty());
  EXPECT_THAT(verbs_in("Hij neemt de op- en aanmerkingen"), IsEmpty());
}

TEST(SeparatedVerbs, AreNotMadeWithANoun) {
  EXPECT_THAT(verbs_in("Zij legt een vraag af."), ElementsAre("aflegt"));
  EXPECT_THAT(verbs_in("Het werk is uit."), IsEmpty());
  EXPECT_THAT(verbs_in("Schrijf je reden op."), ElementsAre("opschrijf"));
}

TEST(SeparatedVerbs, DoNotCrossTheEndOfAClause) {
  EXPECT_THAT(verbs_in("Zij nodigt bewoners. Het is uit."), IsEmpty());
  EXPECT_THAT(verbs_in("Zij nodigt de man, die zij kent, uit."), IsEmpty());
  EXPECT_THAT(verbs_in("Zij zegt dat het feest uit"), IsEmpty());
}

TEST(SeparatedVerbs, AreNoVerbsWithAPrefix) {
  EXPECT_THAT(verbs_in("De politie zoekt de zaak onder."), IsEmpty());
  EXPECT_THAT(verbs_in("Hij is genodigd en het is uit."), IsEmpty());
  EXPECT_THAT(verbs_in("Het loon dat wordt betaald door, of namens de raad."), IsEmpty());
}

TEST(SeparatedVerbs, AreNotMadeWithAnAuxiliary) {
  EXPECT_THAT(verbs_in("De raad heeft het plan op."), IsEmpty());
}

}  // namespace
}  // namespace landkaart
