// SPDX-License-Identifier: EUPL-1.2
// Rules about dates, minutes, relations, and sentences that two items have.
#include "tests/compiler/editorial/findings_in.h"

namespace landkaart::testing {
namespace {

Lines findings_with_dates(std::string_view dates) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("articles/a.md", "title: A\n" + std::string(dates));
  return findings_in(folder);
}

TEST(ReviewDates, ExpireTheDayAfter) {
  EXPECT_EQ(findings_with_dates("review-by: 2026-06-15\n"), Lines{});
  EXPECT_EQ(findings_with_dates("review-by: 2026-06-14\n"),
            Lines{"articles/a.md:3:12: review-by: the review was due by 2026-06-14"});
}

TEST(ReviewDates, AreRequiredBesideValidFrom) {
  EXPECT_EQ(
      findings_with_dates("valid-from: 2026-01-01\n"),
      Lines{"articles/a.md:3:13: \"valid-from\" is 2026-01-01, and \"review-by\" is missing"});
  EXPECT_EQ(findings_with_dates("valid-from: 2026-01-01\nreview-by: 2027-01-01\n"), Lines{});
}

TEST(ReviewDates, OfItemsThatHoldLaterAreReadWhenAskedFor) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("articles/a.md", "title: A\nvalid-from: 2026-06-16\n");
  const auto found = [&](bool with_future) {
    return lint(folder.path(), {.today = "2026-06-15", .with_future = with_future}).findings;
  };
  EXPECT_EQ(found(false).size(), 0u);
  ASSERT_EQ(found(true).size(), 2u);
  EXPECT_EQ(found(true)[0].code, "LK-E016");
}

TEST(ReviewDates, AreComparedWithTheCurrentDateByDefault) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("articles/a.md", "title: A\nreview-by: 2020-01-01\n");
  EXPECT_EQ(lint(folder.path()).findings.size(), 1u);
  folder.write_item("articles/a.md", "title: A\nreview-by: 9999-01-01\n");
  EXPECT_EQ(lint(folder.path()).findings.size(), 0u);
}

TEST(ReviewDates, RejectATodayThatIsNotADate) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  const auto message = [&](const std::string& today) -> std::string {
    try {
      lint(folder.path(), {.today = today});
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::invalid_argument);
      return error.what();
    }
    return "no error";
  };
  EXPECT_EQ(message("2026-02-30"), "today: February 2026 has no day 30; write a day of this month");
  EXPECT_EQ(message("morgen"),
            "today: \"morgen\" is not a date; write a date as YYYY-MM-DD, such as 2026-11-23");
}

// The findings in a work form of 20 to 30 minutes. Its steps begin on line 8.
Lines findings_with_steps(std::string_view steps) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("work-forms/w.md",
                    "title: W\npurpose: survive\ngroup-size: {min: 3, max: 9}\n"
                    "minutes: {min: 20, max: 30}\ndifficulty: 1\nsteps:\n" +
                        std::string(steps));
  return findings_in(folder);
}

TEST(StepMinutes, MustAddUpToTheMinutesOfTheItem) {
  EXPECT_EQ(findings_with_steps("  - {title: Een, minutes: 10}\n  - {title: Twee, minutes: 20}\n"),
            Lines{});
  EXPECT_EQ(findings_with_steps("  - {title: Een, minutes: 10}\n  - {title: Twee, minutes: 9}\n"),
            Lines{"work-forms/w.md:8:5: the steps take 19 minutes in total, and \"minutes\" says "
                  "20 "
                  "to 30"});
  EXPECT_EQ(findings_with_steps("  - {title: Een, minutes: 31}\n").size(), 1u);
}

TEST(StepMinutes, MustBeGivenForAllStepsOrNone) {
  EXPECT_EQ(findings_with_steps("  - {title: Een}\n  - {title: Twee}\n"), Lines{});
  EXPECT_EQ(findings_with_steps("  - {title: Een, minutes: 25}\n  - title: Twee\n"),
            Lines{"work-forms/w.md:9:5: this step has no minutes, and other steps have minutes"});
}

class Relations : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write_pack_yaml("redirects: {oud: nieuw}\n");
    folder_.write_item("articles/nieuw.md", "title: Nieuw\nrelated: [a]\n");
  }

  TemporaryFolder folder_;
};

TEST_F(Relations, MustUseCurrentIds) {
  folder_.write_item("articles/a.md", "title: A\nrelated: [oud]\n",
                     "Tekst.\n\nZie [b](item:oud).\n");
  EXPECT_EQ(findings_in(folder_), (Lines{"articles/a.md:3:11: \"oud\" is the old id of \"nieuw\"",
                                         "articles/a.md:7:9: \"oud\" is the old id of \"nieuw\""}));
}

TEST_F(Relations, MustReachEveryItem) {
  folder_.write_item("articles/a.md", "title: A\n", "Zie [de avond](item:nieuw).\n");
  EXPECT_EQ(findings_in(folder_), Lines{});
  folder_.write_item("articles/b.md", "title: B\n", "Zie [mijzelf](item:b).\n");
  EXPECT_EQ(findings_in(folder_),
            Lines{"articles/b.md:2:1: no other item links to \"b\", and it is not on the map"});
}

TEST_F(Relations, NeedNotReachThemesJourneysPlacesOrTranslations) {
  folder_.write_item("articles/a.md", "title: A\nrelated: [nieuw]\n");
  folder_.write_item("articles/a-en.md", "title: A\nlanguage: en\ntranslation-of: a\n");
  folder_.write_item("themes/t.md", "title: T\n");
  folder_.write_item("topics/o.md", "title: O\nthemes: [t]\n");
  folder_.write_item("journeys/j.md", "title: J\nstops: [o, a]\n");
  folder_.write_item("topics/zonder-thema.md", "title: Z\n");
  folder_.write("articles/bulk.jsonl", "{\"id\": \"c\", \"title\": \"C\"}\n");
  EXPECT_EQ(findings_in(folder_),
            Lines{"topics/zonder-thema.md:2:1: no other item links to \"zonder-thema\", "
                  "and it is not on the map"});
}

TEST(RepeatedSentence, NamesTheFirstFileAndLine) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("articles/a.md", "title: A\nsummary: Kort.\n",
                    "Kort.\n\nEerst. Vraag het altijd aan je eigen griffie!\n");
  folder.write_item("articles/b.md",
                    "title: B\nsummary: >-\n  Kort.\n  Vraag het altijd aan jé eigen griffie.\n");
  EXPECT_EQ(findings_in(folder),
            Lines{"articles/b.md:5:3: the same sentence is in articles/a.md:7: "
                  "\"Vraag het altijd aan jé eigen …\""});
}

TEST(RepeatedSentence, HasSixWordsAtLeast) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  for (const std::string name : {"articles/a.md", "articles/b.md"}) {
    folder.write_item(name, "title: A\n", "Vraag het aan je griffie.\n");
  }
  EXPECT_EQ(findings_in(folder), Lines{});
  for (const std::string name : {"articles/a.md", "articles/b.md"}) {
    folder.write_item(name, "title: A\n", "Vraag het aan je eigen griffie.\n");
  }
  EXPECT_EQ(findings_in(folder).size(), 1u);
}

TEST(RepeatedSentence, MayStandInOneItemOrInAnotherLanguage) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  const std::string sentence = "Water is warm in week een.\n";
  folder.write_item("articles/a.md", "title: A\n", sentence + "\n" + sentence);
  folder.write_item("articles/b.md", "title: B\nlanguage: en\n", sentence);
  EXPECT_EQ(findings_in(folder), Lines{});
}

TEST(UnusedAsset, IsNoFileThatAnItemThatWasLeftOutUses) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("assets/foto.png", "x");
  folder.write_item("articles/a.md", "title: A\ndraft: true\n", "![Een kring](asset:foto.png)\n");
  EXPECT_EQ(findings_in(folder, "unused-asset"), Lines{});
  folder.write_item("articles/a.md", "title: A\n");
  EXPECT_EQ(findings_in(folder, "unused-asset"),
            Lines{"assets/foto.png:0:0: no item uses this file"});
}

TEST(MissingPositions, AreReportedForMoreThan1000Items) {
  for (const int items : {1000, 1001}) {
    TemporaryFolder folder;
    folder.write_pack_yaml("positions: false\n");
    std::string lines;
    for (int i = 0; i < items; ++i) {
      lines += R"({"id": "a)" + std::to_string(i) + R"(", "title": "A", "body": "Kort."})" + "\n";
    }
    folder.write("articles/corpus.jsonl", lines);
    const std::string problem =
        "pack.yaml:0:0: positions: false in a pack of 1001 items; a search for a phrase reads only "
        "a part of the texts";
    EXPECT_EQ(findings_in(folder, "missing-positions"), items > 1000 ? Lines{problem} : Lines{});
    folder.write_pack_yaml();
    EXPECT_EQ(findings_in(folder, "missing-positions"), Lines{});
  }
}

}  // namespace
}  // namespace landkaart::testing
