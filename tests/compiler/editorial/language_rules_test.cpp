// SPDX-License-Identifier: EUPL-1.2
// Rules about Dutch: the length of sentences, passive voice, jargon.
#include "tests/compiler/editorial/findings_in.h"

namespace landkaart::testing {
namespace {

// A sentence with this number of words, and a space after it.
std::string sentence(unsigned words) {
  std::string text = "Dit";
  for (unsigned i = 1; i < words; ++i) text += " is";
  return text + ". ";
}

Lines findings_with(std::string_view front_matter, std::string_view rule,
                    std::string_view body = {}) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("articles/a.md", front_matter, body);
  return findings_in(folder, rule);
}

TEST(LongSentence, HasMoreThanTwentyFiveWords) {
  EXPECT_EQ(findings_in_body("long-sentence", sentence(25)), Lines{});
  EXPECT_EQ(findings_in_body("long-sentence", "Kort.\n\nËen. " + sentence(26)),
            Lines{"articles/a.md:6:6: this sentence has 26 words, and at most 25 are allowed: "
                  "\"Dit is is is is is …\""});
}

TEST(LongSentence, IsReportedWhereItBegins) {
  const std::string three_lines =
      "Kort.\nAls je " + times(12, "goed") + "\n" + times(12, "kijkt") + "\nzie je het. Kort.\n";
  ASSERT_EQ(findings_in_body("long-sentence", three_lines).size(), 1u);
  EXPECT_TRUE(findings_in_body("long-sentence", three_lines)[0].starts_with("articles/a.md:5:1: "));
}

TEST(LongSentence, CountsTheTitleOfALawAsOneWord) {
  const std::string law = "Wet versterking participatie op decentraal niveau";
  EXPECT_EQ(findings_in_body("long-sentence", "De " + law + " is er nu " + sentence(20)), Lines{});
  EXPECT_EQ(findings_in_body("long-sentence", "De " + law + " is er nu " + sentence(21)).size(),
            1u);
  EXPECT_EQ(findings_in_body("long-sentence", "De w" + law.substr(1) + " is er nu " + sentence(20))
                .size(),
            1u)
      << "without a capital it is no title";
}

TEST(LongSentence, CountsTheTitleOfALawThatTheSourcesCiteAsOneWord) {
  const std::string body = "Het Besluit proef met de brede buurt is er nu " + sentence(20);
  EXPECT_EQ(findings_in_body("long-sentence", body).size(), 1u);
  EXPECT_EQ(findings_with("title: A\nsources:\n  - Besluit proef met de brede buurt, Stb. 2026\n",
                          "long-sentence", body),
            Lines{});
}

TEST(LongSentence, IsFoundInFrontMatter) {
  EXPECT_EQ(findings_with(
                "title: A\nsummary: \"Kort \\\"ding\\\" \\u00e9n meer. " + sentence(26) + "\"\n",
                "long-sentence"),
            Lines{"articles/a.md:3:39: this sentence has 26 words, and at most 25 are allowed: "
                  "\"Dit is is is is is …\""});
  EXPECT_EQ(findings_with(
                "title: A\nsummary: >-\n  Kort.\n  Ook kort.\n\n  Kort.\n  " + sentence(26) + "\n",
                "long-sentence"),
            Lines{"articles/a.md:8:3: this sentence has 26 words, and at most 25 are allowed: "
                  "\"Dit is is is is is …\""});
  EXPECT_EQ(
      findings_with("title: A\nsummary: 'Zo''n ding.\n  " + sentence(26) + "'\n", "long-sentence"),
      Lines{"articles/a.md:4:3: this sentence has 26 words, and at most 25 are allowed: "
            "\"Dit is is is is is …\""});
}

TEST(LongSentence, EndsAtTheEndOfAListItem) {
  EXPECT_EQ(findings_in_body("long-sentence", "- " + times(20, "a") + "\n- " + times(20, "b") +
                                                  "\n\n## " + times(20, "c") + "\n" +
                                                  times(20, "d") + "\n\n| " + times(20, "e") +
                                                  "| " + times(20, "f") + "|\n|---|---|\n"),
            Lines{});
}

TEST(LongSentence, LeavesCodeAlone) {
  EXPECT_EQ(findings_in_body("long-sentence", "```\n" + sentence(40) + "\n```\n"), Lines{});
}

TEST(LongSentence, IsIgnoredInOtherLanguages) {
  EXPECT_EQ(findings_with("title: A\nlanguage: en\n", "long-sentence", sentence(40)), Lines{});
  EXPECT_EQ(findings_with("title: A\nlanguage: nl-NL\n", "long-sentence", sentence(40)).size(), 1u);
}

TEST(MeanSentenceLength, IsAtMostFifteen) {
  EXPECT_EQ(findings_in_body("mean-sentence-length", sentence(15) + sentence(10) + sentence(20)),
            Lines{});
  EXPECT_EQ(
      findings_in_body("mean-sentence-length", sentence(15) + "\n\n" + sentence(10) + sentence(21)),
      Lines{"articles/a.md:6:33: the sentences of this item have 15.4 words on average, and at "
            "most "
            "15 are allowed"});
}

TEST(MeanSentenceLength, SaysNothingOfTwoSentences) {
  EXPECT_EQ(findings_in_body("mean-sentence-length", sentence(20) + sentence(20)), Lines{});
}

TEST(MeanSentenceLength, IsNotLoweredByEntriesOfAListWithoutAStop) {
  const std::string long_ones = sentence(16) + sentence(16) + sentence(16) + "\n\n";
  EXPECT_EQ(
      findings_in_body("mean-sentence-length", long_ones + "- pen\n- stift\n- papier\n").size(),
      1u);
  EXPECT_EQ(findings_in_body("mean-sentence-length", long_ones + "- Pak een pen.\n").size(), 0u);
}

// Eight sentences: six active ones, then `first` and `second` on lines of their own.
std::string among_active(std::string_view first, std::string_view second) {
  return times(6, "Wij doen dit.") + "\n" + std::string(first) + "\n" + std::string(second) + "\n";
}

// Whether the rule counts a sentence as passive.
bool is_passive(std::string_view text) {
  return !findings_in_body("passive-voice", among_active(text, text)).empty();
}

TEST(PassiveVoice, IsMoreThanFifteenPercentOfEightSentences) {
  const std::string passive = "Dit wordt door het college besloten.";
  EXPECT_EQ(findings_in_body("passive-voice", among_active(passive, passive)),
            Lines{"articles/a.md:5:1: 2 of the 8 sentences are passive, and at most 15 % may be: "
                  "\"" +
                  passive + "\""});
  EXPECT_EQ(findings_in_body("passive-voice", among_active(passive, "Wij doen dit.")), Lines{});
  EXPECT_EQ(findings_in_body("passive-voice", times(7, passive)), Lines{}) << "fewer than eight";
}

TEST(PassiveVoice, HasAFormOfWordenAndAParticiple) {
  for (const std::string_view text :
       {"Het plan werd uitgevoerd.", "Er moet worden afgesproken wie komt.",
        "Regels worden gemaakt.", "Zo word je geholpen.", "Dat zal ontwikkeld worden.",
        "De avond werd georganiseerd.", "Het is gebruikt geworden.", "De brief wordt vergeten."}) {
    EXPECT_TRUE(is_passive(text)) << text;
  }
}

TEST(PassiveVoice, IsNotEveryFormOfWorden) {
  for (const std::string_view text :
       {"Het wordt stil.", "De gemeente wordt groter.", "Zij worden de baas van het gebied.",
        "Dit wordt het beleid van de overheid.", "Het werd duidelijk, want wij hebben gekozen.",
        "Dat verandert als het beter wordt.", "Hoe de proef werk wordt geeft richting.",
        "Dit is gekozen."}) {
    EXPECT_FALSE(is_passive(text)) << text;
  }
}

TEST(Jargon, NeedsATermWithThatTitle) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("articles/a.md", "title: A\nsummary: Zoek steun.\n",
                    "Zoek steun.\n\nEn dráágvlak. Veel draagvlak.\n");
  EXPECT_EQ(findings_in(folder, "jargon-without-term"),
            Lines{"articles/a.md:7:4: not every reader knows the word \"draagvlak\""});
  folder.write_item("terms/steun.md", "title: Steun\nalternative-titles: [Draagvlak]\n");
  EXPECT_EQ(findings_in(folder, "jargon-without-term"), Lines{});
}

TEST(Jargon, IsFoundInInflectedForms) {
  EXPECT_EQ(findings_in_body("jargon-without-term", "Alle stakeholders hebben geïmplementeerd.\n"),
            (Lines{"articles/a.md:4:6: not every reader knows the word \"stakeholder\"",
                   "articles/a.md:4:26: not every reader knows the word \"implementeren\""}));
}

TEST(Jargon, IsReportedOncePerItemAndWord) {
  EXPECT_EQ(findings_in_body("jargon-without-term", "Governance.\n\nGovernance.\n").size(), 1u);
}

TEST(Jargon, IsFoundInTitlesAndStepsToo) {
  EXPECT_EQ(findings_in_body("jargon-without-term", {}, "Wat is governance?"),
            Lines{"articles/a.md:2:15: not every reader knows the word \"governance\""});
}

TEST(Jargon, IsIgnoredInOtherLanguages) {
  EXPECT_EQ(findings_with("title: A\nlanguage: en\n", "jargon-without-term", "Governance.\n"),
            Lines{});
}

}  // namespace
}  // namespace landkaart::testing
