// SPDX-License-Identifier: EUPL-1.2
// Rules about accessibility: pictures, recordings, headings and links.
#include "tests/compiler/editorial/findings_in.h"

namespace landkaart::testing {
namespace {

Lines findings_in_picture(const std::string& alternative) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("assets/kring.png", "png");
  folder.write_item("articles/a.md", "title: A\n",
                    "Tekst.\n\nKijk: ![" + alternative + "](asset:kring.png).\n");
  return findings_in(folder, "missing-alt-text");
}

TEST(Pictures, NeedAlternativeTexts) {
  EXPECT_EQ(findings_in_picture("Zes mensen in een kring"), Lines{});
  const std::string problem = "this picture has no alternative text";
  EXPECT_EQ(findings_in_picture(""), Lines{"articles/a.md:6:11: " + problem});
  EXPECT_EQ(findings_in_picture(" "), Lines{"articles/a.md:6:9: " + problem});
}

TEST(Pictures, NeedMoreThanAFileName) {
  EXPECT_EQ(findings_in_picture("kring.png"),
            Lines{"articles/a.md:6:9: the alternative text \"kring.png\" is only a file name"});
}

TEST(UnsupportedMarkdown, NamesFootnotes) {
  const auto footnote = [](const std::string& place, const std::string& mark) {
    return "articles/a.md:" + place + ": " + mark + " is a footnote, and a pack has no footnotes";
  };
  EXPECT_EQ(findings_in_body("unsupported-markdown",
                             "Een.[^1] Twee[^b].\n\n[^1]: https://a.nl\n> [^b]: Een hele zin.\n"),
            (Lines{footnote("4:5", "[^1]"), footnote("4:14", "[^b]"), footnote("6:1", "[^1]"),
                   footnote("7:3", "[^b]")}));
  EXPECT_EQ(findings_in_body("unsupported-markdown",
                             "`[^1]` [^2] \\[^1]\n\n```\n[^1]: a\n```\n\n    [^2]: b\n"),
            Lines{})
      << "no definition outside code";
}

TEST(UnsupportedMarkdown, NamesDefinitionLists) {
  const std::string problem =
      ": this line begins with a colon, as in a definition list, which a pack does not have";
  EXPECT_EQ(findings_in_body("unsupported-markdown",
                             "Term\n: Uitleg\n\n> Term\n>\n> : Meer\n\n- Term\n  : Nog\n"),
            (Lines{"articles/a.md:5:1" + problem, "articles/a.md:9:3" + problem,
                   "articles/a.md:12:3" + problem}));
  EXPECT_EQ(findings_in_body("unsupported-markdown",
                             "Een : twee\n\n*a* : b\n\n```\n: c\n```\n\n| a |\n| :-- |\n| : b |\n"),
            Lines{});
}

class Recordings : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write_pack_yaml().write("assets/kring.webm", "webm");
    folder_.write("assets/kring.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\nEen kring\n");
  }

  void write_video(std::string_view more = {}) {
    folder_.write_item("videos/v.md",
                       "title: V\nfile: kring.webm\ncaptions: kring.vtt\ntranscript: Een kring.\n"
                       "duration: 40\n" +
                           std::string(more),
                       "Zie [de video](asset:kring.webm).\n");
  }

  TemporaryFolder folder_;
};

TEST_F(Recordings, NeedAnItemWithCaptions) {
  folder_.write_item("articles/a.md", "title: A\n", "Zie [de video](asset:kring.webm).\n");
  EXPECT_EQ(findings_in(folder_, "missing-captions"),
            Lines{"articles/a.md:4:6: this opens kring.webm without captions and transcript"});
}

TEST_F(Recordings, AreAllowedInTheirVideoItemOnly) {
  write_video();
  EXPECT_EQ(findings_in(folder_, "missing-captions"), Lines{});
  folder_.write_item("articles/a.md", "title: A\n", "![Een kring](asset:kring.webm)\n");
  EXPECT_EQ(findings_in(folder_, "missing-captions"),
            Lines{"articles/a.md:4:3: this opens kring.webm without captions and transcript"});
}

TEST_F(Recordings, NeedACaptionFileWithCaptions) {
  folder_.write("assets/kring.vtt", "WEBVTT\n");
  write_video();
  EXPECT_EQ(findings_in(folder_, "missing-captions"),
            Lines{"videos/v.md:4:11: kring.vtt has no captions"});
}

TEST(Headings, SkipNoLevel) {
  EXPECT_EQ(findings_in_body("heading-order", "## Een\n\n### Twee\n\n#### Drie\n\n## Vier\n"),
            Lines{});
  EXPECT_EQ(findings_in_body("heading-order", "## Een\n\n#### Drie\n\n- ##### Vier\n"),
            Lines{"articles/a.md:6:6: this heading skips a level: from 2 to 4"});
}

TEST(Headings, BeginAtLevelTwo) {
  EXPECT_EQ(findings_in_body("heading-order", "Tekst.\n\n### Een\n"),
            Lines{"articles/a.md:6:5: the first heading has level 3, and it must have level 2"});
}

TEST(Links, NeedATextThatNamesTheTarget) {
  for (const std::string text :
       {"klik hier", "Hier", "*Lees* meer …", "KLIK HIER!", "meer informatie"}) {
    EXPECT_EQ(
        findings_in_body("link-text", "Tekst.\nMeer? [" + text + "](https://a.example).\n").size(),
        1u)
        << text;
  }
  EXPECT_EQ(findings_in_body("link-text", "Tekst.\nMeer? [hier](https://a.example).\n"),
            Lines{"articles/a.md:5:8: \"hier\" does not say where this link leads"});
  EXPECT_EQ(findings_in_body("link-text", "[Hier staat de verordening](https://a.example)\n"),
            Lines{});
}

TEST(Links, HaveAText) {
  EXPECT_EQ(findings_in_body("link-text", "Tekst.\n\nZie [](https://a.example).\n"),
            Lines{"articles/a.md:6:8: this link has no text"});
}

TEST(Links, AcceptAPictureWithAlternativeText) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("assets/kring.png", "png");
  folder.write_item("articles/a.md", "title: A\n",
                    "[![Een kring](asset:kring.png)](https://a.example)\n");
  EXPECT_EQ(findings_in(folder, "link-text"), Lines{});
}

TEST(Links, AreJudgedInTheLanguageOfTheItem) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("articles/en.md", "title: A\nlanguage: en\n",
                    "[click here](https://a.example) [hier](https://a.example)\n");
  folder.write_item("articles/fy.md", "title: A\nlanguage: fy\n",
                    "[Lês fierder](https://a.example)\n");
  EXPECT_EQ(findings_in(folder, "link-text"),
            (Lines{"articles/en.md:5:2: \"click here\" does not say where this link leads",
                   "articles/fy.md:5:2: \"Lês fierder\" does not say where this link leads"}));
}

}  // namespace
}  // namespace landkaart::testing
