// SPDX-License-Identifier: EUPL-1.2
// Every mistake that front matter can have, where it stands.
#include "tests/compiler/mistakes_in.h"

namespace landkaart::testing {
namespace {

// The mistakes of one item of any kind, whose front matter begins on line 2.
Lines mistakes_in_item(const std::string& file, std::string_view front_matter) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item(file, front_matter);
  return folder.mistakes();
}

constexpr std::string_view kWorkForm =
    "title: W\npurpose: survive\ngroup-size: {min: 2, max: 4}\nminutes: {min: 5, max: 5}\n"
    "difficulty: 1\n";

Lines mistakes_in_work_form(const std::string& more) {
  return mistakes_in_item("work-forms/w.md", std::string(kWorkForm) + more);
}

TEST(FrontMatter, MustBeThere) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("articles/a.md", "Only a body.\n");
  EXPECT_EQ(folder.mistakes(),
            Lines{"articles/a.md:1:1: this file does not begin with front matter"});
}

TEST(FrontMatter, MustEnd) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("articles/a.md", "---\ntitle: A\n");
  EXPECT_EQ(folder.mistakes(),
            Lines{"articles/a.md:1:1: this file does not begin with front matter"});
}

TEST(FrontMatter, MustNotBeEmpty) {
  for (const char* front_matter : {"", "# only a comment\n", "~\n", "- a\n- b\n", "just text\n"}) {
    EXPECT_EQ(mistakes_in_item("articles/a.md", front_matter),
              Lines{"articles/a.md:2:1: the front matter is not a list of keys"})
        << front_matter;
  }
}

TEST(FrontMatter, MustBeYaml) {
  EXPECT_EQ(mistakes_in_item("articles/a.md", "title: \"A\nsummary: B\n"),
            Lines{"articles/a.md:4:1: this is not YAML: a quote has no end"});
  EXPECT_EQ(mistakes_in_article("summary: [a\n"),
            Lines{"articles/a.md:4:1: this is not YAML: end of sequence flow not found"});
  EXPECT_EQ(mistakes_in_article("...\nsummary: a\n"),
            Lines{"articles/a.md:4:1: this does not belong to what stands before it"});
}

TEST(FrontMatter, MustNotNestWithoutEnd) {
  EXPECT_EQ(mistakes_in_article("x-a: &a [*a]\n"),
            Lines{"articles/a.md:3:6: this is nested too deeply"});
}

TEST(FrontMatter, MustNotGrowWithoutEnd) {
  std::string yaml = "x-0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n";
  for (int i = 1; i < 8; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    yaml += "x-" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
    for (int copies = 1; copies < 9; ++copies) yaml += ", " + last;
    yaml += "]\n";
  }
  const Lines lines = mistakes_in_article(yaml);
  ASSERT_EQ(lines.size(), 1);
  EXPECT_NE(lines[0].find("this file has more than a million values"), std::string::npos);
}

TEST(FrontMatter, HasEachKeyOnce) {
  EXPECT_EQ(mistakes_in_article("summary: B\nsummary: C\n"),
            Lines{"articles/a.md:4:1: \"summary\" stands here twice"});
}

TEST(FrontMatter, HasKnownKeysOnly) {
  EXPECT_EQ(mistakes_in_article("sumary: B\n"),
            Lines{"articles/a.md:3:1: \"sumary\" is not a key of an article"});
}

TEST(FrontMatter, HasKeysOfItsOwnKindOnly) {
  EXPECT_EQ(mistakes_in_article("purpose: survive\n"),
            Lines{"articles/a.md:3:1: \"purpose\" is not a key of an article"});
}

TEST(FrontMatter, ProposesTheKeyThatWasMeant) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\nsumary: B\nqqqqqq: C\n");
  EXPECT_EQ(remedies(folder),
            (Lines{"did you mean summary?", "begin it with x- to let it travel through"}));
}

TEST(FrontMatter, MustHaveATitle) {
  EXPECT_EQ(mistakes_in_item("articles/a.md", "summary: B\n"),
            Lines{"articles/a.md:2:1: \"title\" is missing"});
  EXPECT_EQ(mistakes_in_item("articles/a.md", "title: \"\"\n"),
            Lines{"articles/a.md:2:8: \"title\" is empty"});
  EXPECT_EQ(mistakes_in_item("articles/a.md", "title:\n"),
            Lines{"articles/a.md:2:1: \"title\" must be text"});
}

TEST(FrontMatter, TellsEveryRequiredKeyOfAKind) {
  EXPECT_EQ(mistakes_in_item("work-forms/w.md", "title: W\n"),
            (Lines{"work-forms/w.md:2:1: \"difficulty\" is missing",
                   "work-forms/w.md:2:1: \"group-size\" is missing",
                   "work-forms/w.md:2:1: \"minutes\" is missing",
                   "work-forms/w.md:2:1: \"purpose\" is missing"}));
  EXPECT_EQ(mistakes_in_item("obstacles/o.md", "title: O\n"),
            Lines{"obstacles/o.md:2:1: \"another-way\" is missing"});
  EXPECT_EQ(mistakes_in_item("journeys/j.md", "title: J\n"),
            Lines{"journeys/j.md:2:1: \"stops\" is missing"});
}

TEST(FrontMatter, TakesNoEmptyValueForARequiredKey) {
  EXPECT_EQ(mistakes_in_item("obstacles/o.md", "title: O\nanother-way: \"\"\n"),
            Lines{"obstacles/o.md:3:14: \"another-way\" is empty"});
  EXPECT_EQ(mistakes_in_item("journeys/j.md", "title: J\nstops: []\n"),
            Lines{"journeys/j.md:3:8: \"stops\" is empty"});
}

TEST(FrontMatter, TakesNoVideoWithoutCaptionsAndTranscript) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("assets/v.mp4", "x");
  folder.write_item("videos/v.md", "title: V\nfile: v.mp4\nduration: 60\n");
  EXPECT_EQ(folder.mistakes(), (Lines{"videos/v.md:2:1: \"captions\" is missing",
                                      "videos/v.md:2:1: \"transcript\" is missing"}));
}

TEST(FrontMatter, TakesTextWhereTextBelongs) {
  EXPECT_EQ(mistakes_in_article("summary: [a, b]\n"),
            Lines{"articles/a.md:3:10: \"summary\" must be text"});
  EXPECT_EQ(mistakes_in_article("tags: [a, {b: c}]\n"),
            Lines{"articles/a.md:3:11: \"tags\" must be text"});
}

TEST(FrontMatter, TakesAListWhereAListBelongs) {
  EXPECT_EQ(mistakes_in_article("tags: a, b\n"),
            Lines{"articles/a.md:3:7: \"tags\" must be a list"});
  EXPECT_EQ(mistakes_in_article("related: a\n"),
            Lines{"articles/a.md:3:10: \"related\" must be a list"});
  EXPECT_EQ(mistakes_in_work_form("steps: {title: S}\n"),
            Lines{"work-forms/w.md:7:8: \"steps\" must be a list"});
}

TEST(FrontMatter, TakesWholeNumbersWithinTheirLimits) {
  for (const char* value : {"-1", "1.5", "1000001", "one", "[1]", "0x10", "99999999999999999999"}) {
    EXPECT_EQ(mistakes_in_article("order: " + std::string(value) + "\n"),
              Lines{"articles/a.md:3:8: \"order\" must be a whole number"})
        << value;
  }
  EXPECT_EQ(mistakes_in_item("work-forms/w.md",
                             "title: W\npurpose: survive\ngroup-size: {min: 2, max: 4}\n"
                             "minutes: {min: 5, max: 5}\ndifficulty: 4\n"),
            Lines{"work-forms/w.md:6:13: \"difficulty\" must be a whole number"});
}

TEST(FrontMatter, TakesDatesThatExist) {
  for (const char* value : {"2026-02-30", "23-11-2026", "2026-1-1", "morgen", "2026-11-23T10:00",
                            "-123-01-01", "2026/11/23", ""}) {
    EXPECT_EQ(mistakes_in_article("review-by: \"" + std::string(value) + "\"\n"),
              Lines{"articles/a.md:3:12: \"" + std::string(value) + "\" is not a date"});
  }
}

TEST(FrontMatter, TakesRangesFromSmallToLarge) {
  const auto mistakes = [](const std::string& range) {
    return mistakes_in_item("work-forms/w.md", "title: W\npurpose: survive\ngroup-size: " + range +
                                                   "\nminutes: {min: 5, max: 5}\ndifficulty: 1\n");
  };
  EXPECT_EQ(mistakes("{min: 5, max: 4}"),
            Lines{"work-forms/w.md:4:13: the min is more than the max"});
  EXPECT_EQ(mistakes("{min: 0, max: 4}"),
            Lines{"work-forms/w.md:4:19: \"min\" must be a whole number"});
  EXPECT_EQ(mistakes("{min: 1, max: 65536}"),
            Lines{"work-forms/w.md:4:27: \"max\" must be a whole number"});
  for (const char* range : {"{min: 5}", "8", "[2, 4]", "{min: 1, max: 2, often: 3}"}) {
    EXPECT_EQ(mistakes(range),
              Lines{"work-forms/w.md:4:13: \"group-size\" must have a min and a max"});
  }
}

TEST(FrontMatter, TakesKnownPurposes) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item(
      "work-forms/w.md",
      "title: W\npurpose: fun\ngroup-size: {min: 2, max: 4}\nminutes: {min: 5, max: 5}\n"
      "difficulty: 1\n");
  EXPECT_EQ(folder.mistakes(), Lines{"work-forms/w.md:3:10: \"fun\" is not a purpose"});
  EXPECT_EQ(remedies(folder), Lines{"write survive, build-competencies or learn-together"});
}

TEST(FrontMatter, TakesStepsWithATitle) {
  const std::string problem = "a step has a title and perhaps minutes, and nothing else";
  EXPECT_EQ(mistakes_in_work_form("steps:\n  - {minutes: 5}\n"),
            Lines{"work-forms/w.md:8:5: " + problem});
  EXPECT_EQ(mistakes_in_work_form("steps:\n  - {title: A, who: all}\n"),
            Lines{"work-forms/w.md:8:5: " + problem});
  EXPECT_EQ(mistakes_in_work_form("steps: [Kennismaken]\n"),
            Lines{"work-forms/w.md:7:9: " + problem});
  EXPECT_EQ(mistakes_in_work_form("steps: [{title: A, minutes: long}]\n"),
            Lines{"work-forms/w.md:7:29: \"minutes\" must be a whole number"});
}

TEST(FrontMatter, TakesIdsThatAreIds) {
  for (const char* id : {"Hoofdletter", "met spatie", "a_b", "ü", "a/b"}) {
    EXPECT_EQ(mistakes_in_article("id: " + std::string(id) + "\n"),
              Lines{"articles/a.md:2:1: \"" + std::string(id) + "\" is not an id"});
  }
  const std::string long_id(129, 'a');
  EXPECT_EQ(mistakes_in_article("id: " + long_id + "\n"),
            Lines{"articles/a.md:2:1: \"" + long_id + "\" is not an id"});
}

TEST(FrontMatter, NeedsAnIdWhereTheFileNameIsNone) {
  EXPECT_EQ(mistakes_in_item("articles/Mijn stuk.md", "title: A\n"),
            Lines{"articles/Mijn stuk.md:2:1: \"Mijn stuk\" is not an id"});
}

TEST(FrontMatter, KeepsTextsWithinTheLimitsOfTheFormat) {
  EXPECT_EQ(mistakes_in_item("articles/a.md", "title: " + std::string(1025, 'a') + "\n"),
            Lines{"articles/a.md:2:8: this text is longer than 1024 bytes"});
  EXPECT_EQ(mistakes_in_article("summary: " + std::string(8193, 'a') + "\n"),
            Lines{"articles/a.md:3:10: this text is longer than 8192 bytes"});
}

TEST(FrontMatter, NamesEachIdOnceInAList) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/b.md", "title: B\n");
  folder.write_item("articles/a.md", "title: A\nrelated:\n  - b\n  - b\n");
  EXPECT_EQ(folder.mistakes(), Lines{"articles/a.md:5:5: \"b\" stands here twice"});
}

}  // namespace
}  // namespace landkaart::testing
