// SPDX-License-Identifier: EUPL-1.2
// Splitting Dutch texts into sentences.
#include "content-pack/compiler/editorial/sentences.h"

#include <gtest/gtest.h>

namespace landkaart {
namespace {

using Texts = std::vector<std::string_view>;

TEST(Sentences, EndWithAStopBeforeACapital) {
  EXPECT_EQ(split_sentences("Dit is een. Dit is twee! Is dit drie? Ja… Énkel dit."),
            (Texts{"Dit is een.", "Dit is twee!", "Is dit drie?", "Ja…", "Énkel dit."}));
}

TEST(Sentences, MayBeginWithADigitOrAQuote) {
  EXPECT_EQ(split_sentences("Wie doet mee? 12 mensen. ‘Dat is veel.’ \"Zeker.\""),
            (Texts{"Wie doet mee?", "12 mensen.", "‘Dat is veel.’", "\"Zeker.\""}));
}

TEST(Sentences, MayBeginWithAShortenedWord) {
  EXPECT_EQ(split_sentences("Hij werkt. ’s Avonds rust hij. ’t Is laat."),
            (Texts{"Hij werkt.", "’s Avonds rust hij.", "’t Is laat."}));
}

TEST(Sentences, GoOnAfterAnAbbreviation) {
  for (const std::string_view text :
       {"Vraag het bijv. Anna van de griffie.", "Nodig uit: o.a. De Bazelt en Het Punt.",
        "Zie art. 5 van de wet.", "Dit leert dr. Jansen ons.", "Kijk d.w.z. Luister goed.",
        "Het gaat om (bijv. Anna) en anderen.", "Artikel 150, resp. Artikel 151, geldt."}) {
    EXPECT_EQ(split_sentences(text), Texts{text});
  }
}

TEST(Sentences, GoOnAfterInitials) {
  EXPECT_EQ(split_sentences("Dit schreef J. Jansen met P.J. De Vries."),
            Texts{"Dit schreef J. Jansen met P.J. De Vries."});
}

TEST(Sentences, GoOnAfterANumberAtTheStart) {
  EXPECT_EQ(split_sentences("1. Begin klein."), Texts{"1. Begin klein."});
  EXPECT_EQ(split_sentences("Dat was in 2023. Nu niet."), (Texts{"Dat was in 2023.", "Nu niet."}));
}

TEST(Sentences, GoOnAfterAQuestionThatIsQuoted) {
  EXPECT_EQ(split_sentences("‘Kun je dat toezeggen?’ vraagt iemand."),
            Texts{"‘Kun je dat toezeggen?’ vraagt iemand."});
}

TEST(Sentences, KeepTheQuoteAfterTheirStop) {
  EXPECT_EQ(split_sentences("Zij zei: ‘Ga maar.’ Toen ging hij."),
            (Texts{"Zij zei: ‘Ga maar.’", "Toen ging hij."}));
}

TEST(Sentences, MayEndWithEnzovoort) {
  EXPECT_EQ(split_sentences("Pennen, papier enz. De rest volgt."),
            (Texts{"Pennen, papier enz.", "De rest volgt."}));
}

TEST(Sentences, DoNotEndInsideAnAddressOrANumber) {
  EXPECT_EQ(split_sentences("Kijk op www.vng.nl of bel 1.000 mensen"),
            Texts{"Kijk op www.vng.nl of bel 1.000 mensen"});
}

TEST(Sentences, AreNoneInNoText) {
  EXPECT_EQ(split_sentences(""), Texts{});
  EXPECT_EQ(split_sentences(" \t "), Texts{});
  EXPECT_EQ(split_sentences("..."), Texts{"..."});
}

}  // namespace
}  // namespace landkaart
