// SPDX-License-Identifier: EUPL-1.2
// The anchors of headings, and the links that lead to them.
#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "landkaart/compiler.h"
#include "tests/compiler/mistakes_in.h"

namespace landkaart::testing {
namespace {

// The portal and the second reader give the same answers to these cases.
TEST(Anchors, AreThoseOfTheConformanceCases) {
  const std::string text = read_file(std::filesystem::path(LANDKAART_CONFORMANCE) / "anchors.json");
  for (const auto& example : nlohmann::json::parse(text)) {
    TemporaryFolder folder;
    folder.write_pack_yaml().write("assets/kring.png", "x");
    folder.write_item("articles/a.md", "title: A\n", example["markdown"].get<std::string>());
    nlohmann::json anchors = nlohmann::json::array();
    for (const Heading& heading : folder.build().item("a")->headings()) {
      anchors.push_back(heading.anchor);
    }
    EXPECT_EQ(anchors, example["anchors"]) << example["name"];
  }
}

TEST(Anchors, AreGivenWithTheLevelAndTheText) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\n", "### Een *kring*\n");
  const std::vector<Heading> headings = folder.build().item("a")->headings();
  ASSERT_EQ(headings.size(), 1);
  EXPECT_EQ(headings[0].level, 3);
  EXPECT_EQ(headings[0].text, "Een kring");
}

// A folder with the articles "a" and "b". "b" has the headings "Een kring" and "Vraag".
class AnchorLinks : public ::testing::Test {
 protected:
  AnchorLinks() {
    folder_.write_pack_yaml().write_item("articles/b.md", "title: B\n",
                                         "## Een kring\n\n## Vraag\n");
  }

  void write(std::string_view body) {
    folder_.write_item("articles/a.md", "title: A\n", std::string(body));
  }

  TemporaryFolder folder_;
};

TEST_F(AnchorLinks, LeadToHeadingsOfTheItemItself) {
  write("[a](#kop) [b](#Kop) [c](#kop-1) [d](#weg)\n\n## Kop\n\n## Kop\n");
  EXPECT_EQ(folder_.mistakes(),
            (Lines{"articles/a.md:4:15: no heading of \"a\" has the anchor #Kop",
                   "articles/a.md:4:37: no heading of \"a\" has the anchor "
                   "#weg"}));
  EXPECT_EQ(remedies(folder_), (Lines{"did you mean #kop?", "write one of: #kop, #kop-1"}));
}

TEST_F(AnchorLinks, LeadToHeadingsOfOtherItems) {
  write("[a](item:b#een-kring)\n\n[b](item:b#een-krng) [c](item:b#een-kring) [d](item:b)\n");
  EXPECT_EQ(folder_.mistakes(),
            Lines{"articles/a.md:6:5: no heading of \"b\" has the anchor #een-krng"});
  EXPECT_EQ(remedies(folder_), Lines{"did you mean #een-kring?"});
}

TEST_F(AnchorLinks, CountAsMentionsOfAnItem) {
  write("[a](item:b#een-kring) [b](item:b#vraag) [c](item:b)\n");
  const std::vector<Item::Link> links = folder_.build().item("a")->links();
  ASSERT_EQ(links.size(), 1);
  EXPECT_EQ(links[0].item.id(), "b");
}

TEST_F(AnchorLinks, LeadNowhereInAnItemWithoutHeadings) {
  write("[a](#kop)\n");
  EXPECT_EQ(folder_.mistakes(),
            Lines{"articles/a.md:4:5: \"a\" has no headings, so the anchor #kop leads nowhere"});
}

TEST_F(AnchorLinks, OfAnUnknownItemAreOneMistake) {
  write("[a](item:weg#kop) [b](item:weg#vraag)\n");
  EXPECT_EQ(folder_.mistakes(), Lines{"articles/a.md:4:5: there is no item \"weg\""});
}

TEST_F(AnchorLinks, FollowRedirects) {
  folder_.write_pack_yaml("redirects: {oud: b}\n");
  write("[a](item:oud#vraag) [b](item:oud#weg)\n");
  EXPECT_EQ(folder_.mistakes(),
            Lines{"articles/a.md:4:25: no heading of \"b\" has the anchor #weg"});
}

TEST_F(AnchorLinks, MayHavePercentSignsAndLeadToTheTop) {
  write("[a](#) [b](#top) [c](item:b#een%2Dkring) [d](#%D0%BC%D0%B8%D1%80) [e](#мир)\n\n## Мир\n");
  EXPECT_EQ(folder_.build().size(), 2);
}

TEST_F(AnchorLinks, InLinesOfJsonHaveTheLineOfTheItem) {
  folder_.write("articles/c.jsonl",
                "{\"id\": \"c\", \"title\": \"C\", \"body\": \"[a](item:b#weg)\"}\n");
  EXPECT_EQ(folder_.mistakes(),
            Lines{"articles/c.jsonl:1:1: no heading of \"b\" has the anchor #weg"});
}

// Texts of other systems often have links to footnotes, which the export lost.
TEST_F(AnchorLinks, WithoutAHeadingBecomeTextInLinesOfJson) {
  folder_.write("articles/c.jsonl",
                "{\"id\": \"c\", \"title\": \"C\", "
                "\"body\": \"## Kop\\n\\nEen[1](#_ftn1) *twee [drie](#_ftn2)* [kop](#kop)\"}\n");
  const auto output = folder_.path() / "a.lkp";
  const BuildReport report = build(folder_.path(), output, {.jobs = 1});
  ASSERT_EQ(report.notes.size(), 2);
  EXPECT_EQ(report.notes[0].problem,
            "the link \"#_ftn1\" became plain text, because no heading of this item has that "
            "anchor (line 3 of the body)");
  EXPECT_EQ(Pack::open(output).item("c")->markdown(), "## Kop\n\nEen1 _twee drie_ [kop](#kop)\n");
}

}  // namespace
}  // namespace landkaart::testing
