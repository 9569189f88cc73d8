// SPDX-License-Identifier: EUPL-1.2
// The mistakes that front matter can have, with their lines and columns.
#include "tests/compiler/mistakes_in.h"

namespace landkaart::testing {
namespace {

// The mistakes in a folder with one item. Its front matter begins on line 2.
Lines mistakes_in_item(const std::string& file, std::string_view front_matter) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item(file, front_matter);
  return folder.mistakes();
}

bool article_compiles(const std::string& front_matter) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\n" + front_matter);
  return folder.build().size() == 1;
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
            Lines{"articles/a.md:1:1: the front matter that begins here has no end"});
}

TEST(FrontMatter, MustNotBeEmpty) {
  for (const char* front_matter : {"", "# only a comment\n", "~\n", "- a\n- b\n", "just text\n"}) {
    EXPECT_EQ(mistakes_in_item("articles/a.md", front_matter),
              Lines{"articles/a.md:2:1: the front matter has no keys"})
        << front_matter;
  }
}

TEST(FrontMatter, MustBeYaml) {
  EXPECT_EQ(mistakes_in_item("articles/a.md", "title: \"A\nsummary: B\n"),
            Lines{"articles/a.md:4:1: a text that begins with a quote has no closing quote"});
  EXPECT_EQ(mistakes_in_article("summary: [a\n"),
            Lines{"articles/a.md:4:1: this is not YAML: end of sequence flow not found"});
  EXPECT_EQ(mistakes_in_article("...\nsummary: a\n"),
            Lines{"articles/a.md:4:1: a second YAML document begins here, and only one is "
                  "allowed"});
}

TEST(FrontMatter, MustNotNestWithoutEnd) {
  EXPECT_EQ(mistakes_in_article("x-a: &a [*a]\n"),
            Lines{"articles/a.md:3:6: values are nested more than 64 levels deep"});
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
  EXPECT_NE(lines[0].find("this file has more than 1,000,000 values"), std::string::npos);
}

TEST(FrontMatter, HasEachKeyOnce) {
  EXPECT_EQ(mistakes_in_article("summary: B\nsummary: C\n"),
            Lines{"articles/a.md:4:1: the key \"summary\" is given twice"});
}

TEST(FrontMatter, HasKnownKeysOnly) {
  EXPECT_EQ(mistakes_in_article("sumary: B\n"),
            Lines{"articles/a.md:3:1: \"sumary\" is not a key of an item of the kind article"});
}

TEST(FrontMatter, HasKeysOfItsOwnKindOnly) {
  EXPECT_EQ(mistakes_in_article("purpose: survive\n"),
            Lines{"articles/a.md:3:1: \"purpose\" is not a key of an item of the kind article"});
}

TEST(FrontMatter, ProposesTheNearestKnownKey) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\nsumary: B\nqqqqqq: C\n");
  EXPECT_EQ(remedies(folder),
            (Lines{"did you mean summary?",
                   "remove this key, or begin its name with x- to store it in the "
                   "pack unread"}));
}

TEST(FrontMatter, MustHaveATitle) {
  EXPECT_EQ(mistakes_in_item("articles/a.md", "summary: B\n"),
            Lines{"articles/a.md:2:1: \"title\" is missing"});
  EXPECT_EQ(mistakes_in_item("articles/a.md", "title: \"\"\n"),
            Lines{"articles/a.md:2:8: \"title\" is empty"});
  EXPECT_EQ(mistakes_in_item("articles/a.md", "title:\n"),
            Lines{"articles/a.md:2:1: \"title\" must be text"});
}

TEST(FrontMatter, ReportsEveryMissingKeyOfAKind) {
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

TEST(FrontMatter, RejectsAnEmptyValueOfARequiredKey) {
  EXPECT_EQ(mistakes_in_item("obstacles/o.md", "title: O\nanother-way: \"\"\n"),
            Lines{"obstacles/o.md:3:14: \"another-way\" is empty"});
  EXPECT_EQ(mistakes_in_item("journeys/j.md", "title: J\nstops: []\n"),
            Lines{"journeys/j.md:3:8: \"stops\" is empty"});
}

TEST(FrontMatter, RequiresCaptionsAndTranscriptOfAVideo) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("assets/v.mp4", "x");
  folder.write_item("videos/v.md", "title: V\nfile: v.mp4\nduration: 60\n");
  EXPECT_EQ(folder.mistakes(), (Lines{"videos/v.md:2:1: \"captions\" is missing",
                                      "videos/v.md:2:1: \"transcript\" is missing"}));
}

TEST(FrontMatter, RejectsListsAndMappingsWhereTextIsRequired) {
  EXPECT_EQ(mistakes_in_article("summary: [a, b]\n"),
            Lines{"articles/a.md:3:10: \"summary\" must be text"});
  EXPECT_EQ(mistakes_in_article("tags: [a, {b: c}]\n"),
            Lines{"articles/a.md:3:11: \"tags\" must be text"});
}

TEST(FrontMatter, RejectsOtherValuesWhereAListIsRequired) {
  EXPECT_EQ(mistakes_in_article("tags: a, b\n"),
            Lines{"articles/a.md:3:7: \"tags\" must be a list"});
  EXPECT_EQ(mistakes_in_article("related: a\n"),
            Lines{"articles/a.md:3:10: \"related\" must be a list"});
  EXPECT_EQ(mistakes_in_work_form("steps: {title: S}\n"),
            Lines{"work-forms/w.md:7:8: \"steps\" must be a list"});
}

TEST(FrontMatter, RejectsValuesThatAreNotWholeNumbersInRange) {
  const auto mistake = [](const std::string& value) {
    const Lines lines = mistakes_in_article("order: " + value + "\n");
    EXPECT_EQ(lines.size(), 1u) << value;
    return lines.at(0);
  };
  const std::string start = "articles/a.md:3:8: order: ";
  for (const std::string value : {"1.5", "one", "0x10", "1 2"}) {
    EXPECT_EQ(mistake(value), start + "\"" + value + "\" is not a whole number");
  }
  for (const std::string value : {"-1", "-99999999999999999999"}) {
    EXPECT_EQ(mistake(value), start + value + " is too small");
  }
  for (const std::string value : {"1000001", "99999999999999999999"}) {
    EXPECT_EQ(mistake(value), start + value + " is too large");
  }
  EXPECT_EQ(mistake("[1]"), start + "\"\" is not a whole number");
  EXPECT_TRUE(article_compiles("order: 1000000\n"));
  EXPECT_EQ(mistakes_in_item("work-forms/w.md",
                             "title: W\npurpose: survive\ngroup-size: {min: 2, max: 4}\n"
                             "minutes: {min: 5, max: 5}\ndifficulty: 4\n"),
            Lines{"work-forms/w.md:6:13: difficulty: 4 is too large"});
}

TEST(FrontMatter, RejectsDatesThatDoNotExist) {
  const auto mistake = [](const std::string& value) {
    const Lines lines = mistakes_in_article("review-by: \"" + value + "\"\n");
    EXPECT_EQ(lines.size(), 1u) << value;
    return lines.at(0);
  };
  const std::string start = "articles/a.md:3:12: review-by: ";
  for (const std::string value :
       {"23-11-2026", "2026-1-1", "morgen", "2026-11-23T10:00", "-123-01-01", "2026/11/23", ""}) {
    EXPECT_EQ(mistake(value), start + "\"" + value + "\" is not a date");
  }
  EXPECT_EQ(mistake("2026-02-30"), start + "February 2026 has no day 30");
  EXPECT_EQ(mistake("2026-04-00"), start + "April 2026 has no day 0");
  EXPECT_EQ(mistake("2026-13-01"), start + "a year has no month 13");
  EXPECT_TRUE(article_compiles("review-by: 2024-02-29\n"));
}

TEST(FrontMatter, RejectsRangesThatAreNotFromSmallToLarge) {
  const auto mistakes = [](const std::string& range) {
    return mistakes_in_item("work-forms/w.md", "title: W\npurpose: survive\ngroup-size: " + range +
                                                   "\nminutes: {min: 5, max: 5}\ndifficulty: 1\n");
  };
  EXPECT_EQ(mistakes("{min: 5, max: 4}"),
            Lines{"work-forms/w.md:4:13: group-size: min 5 is more than max 4"});
  EXPECT_EQ(mistakes("{min: 0, max: 4}"),
            Lines{"work-forms/w.md:4:19: group-size, min: 0 is too small"});
  EXPECT_EQ(mistakes("{min: 1, max: 65536}"),
            Lines{"work-forms/w.md:4:27: group-size, max: 65536 is too large"});
  for (const char* range : {"{min: 5}", "8", "[2, 4]", "{min: 1, max: 2, often: 3}"}) {
    EXPECT_EQ(mistakes(range),
              Lines{"work-forms/w.md:4:13: \"group-size\" must have exactly the keys min and max"});
  }
}

TEST(FrontMatter, RejectsUnknownPurposes) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item(
      "work-forms/w.md",
      "title: W\npurpose: fun\ngroup-size: {min: 2, max: 4}\nminutes: {min: 5, max: 5}\n"
      "difficulty: 1\n");
  EXPECT_EQ(folder.mistakes(), Lines{"work-forms/w.md:3:10: purpose: \"fun\" is not a purpose"});
  EXPECT_EQ(remedies(folder), Lines{"write survive, build-competencies or learn-together"});
}

TEST(FrontMatter, RejectsStepsWithoutATitleOrWithOtherKeys) {
  const std::string problem = "a step must have a title, may have minutes, and has no other keys";
  EXPECT_EQ(mistakes_in_work_form("steps:\n  - {minutes: 5}\n"),
            Lines{"work-forms/w.md:8:5: " + problem});
  EXPECT_EQ(mistakes_in_work_form("steps:\n  - {title: A, who: all}\n"),
            Lines{"work-forms/w.md:8:5: " + problem});
  EXPECT_EQ(mistakes_in_work_form("steps: [Kennismaken]\n"),
            Lines{"work-forms/w.md:7:9: " + problem});
  EXPECT_EQ(mistakes_in_work_form("steps: [{title: A, minutes: long}]\n"),
            Lines{"work-forms/w.md:7:29: steps, minutes: \"long\" is not a whole number"});
}

TEST(FrontMatter, RejectsIdsWithOtherCharactersOrMoreThan128) {
  const std::pair<std::string, std::string> wrong[] = {
      {"Hoofdletter", "H"}, {"met spatie", " "}, {"a_b", "_"}, {"aü", "ü"}, {"a/b", "/"}};
  for (const auto& [id, letter] : wrong) {
    EXPECT_EQ(mistakes_in_article("id: " + id + "\n"),
              Lines{"articles/a.md:2:1: id: \"" + id + "\" has \"" + letter +
                    "\", which ids cannot have"});
  }
  const std::string long_id(129, 'a');
  EXPECT_EQ(mistakes_in_article("id: " + long_id + "\n"),
            Lines{"articles/a.md:2:1: id: this id has 129 characters"});
  EXPECT_TRUE(article_compiles("id: " + std::string(128, 'a') + "\n"));
}

TEST(FrontMatter, RequiresAnIdWhenTheFileNameIsNoId) {
  EXPECT_EQ(mistakes_in_item("articles/Mijn stuk.md", "title: A\n"),
            Lines{"articles/Mijn stuk.md:2:1: the file name is the id, and \"Mijn stuk\" has "
                  "\"M\", "
                  "which ids cannot have"});
}

TEST(FrontMatter, RejectsTextsThatAreTooLong) {
  EXPECT_EQ(mistakes_in_item("articles/a.md", "title: " + std::string(1025, 'a') + "\n"),
            Lines{"articles/a.md:2:8: \"title\" has 1025 bytes, and at most 1024 are allowed"});
  EXPECT_EQ(mistakes_in_article("summary: " + std::string(8193, 'a') + "\n"),
            Lines{"articles/a.md:3:10: \"summary\" has 8193 bytes, and at most 8192 are allowed"});
}

TEST(FrontMatter, RejectsAnIdThatIsListedTwice) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/b.md", "title: B\n");
  folder.write_item("articles/a.md", "title: A\nrelated:\n  - b\n  - b\n");
  EXPECT_EQ(folder.mistakes(), Lines{"articles/a.md:5:5: related: \"b\" is listed twice"});
}

}  // namespace
}  // namespace landkaart::testing
