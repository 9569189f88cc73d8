// SPDX-License-Identifier: EUPL-1.2
// The mistakes that a body can have, with their lines and columns. Bodies in these tests begin on
// line 4.
#include "tests/compiler/mistakes_in.h"

namespace landkaart::testing {
namespace {

Lines mistakes_in_body(std::string_view body) { return mistakes_in_article({}, body); }

TEST(Body, ReportsABlockOfHtml) {
  EXPECT_EQ(mistakes_in_body("Tekst.\n\n<div>\n<p>a</p>\n</div>\n"),
            Lines{"articles/a.md:6:1: raw HTML is not allowed: <div>"});
}

TEST(Body, ReportsABlockOfHtmlInAListOnce) {
  EXPECT_EQ(mistakes_in_body("- <div>\n  a\n  </div>\n"),
            Lines{"articles/a.md:4:3: raw HTML is not allowed: <div>"});
}

TEST(Body, ReportsEachBlockOfHtml) {
  EXPECT_EQ(mistakes_in_body("<div>\n</div>\n\nTekst.\n\n<p>b</p>\n"),
            (Lines{"articles/a.md:4:1: raw HTML is not allowed: <div>",
                   "articles/a.md:9:1: raw HTML is not allowed: <p>"}));
}

// A closing tag is reported only when its opening tag was not.
TEST(Body, ReportsHtmlInsideALine) {
  EXPECT_EQ(mistakes_in_body("Een\nénorm <b>vet</b> woord.\n"),
            Lines{"articles/a.md:5:7: raw HTML is not allowed: <b>"});
  EXPECT_EQ(mistakes_in_body("Een vet</b> woord.\n"),
            Lines{"articles/a.md:4:8: raw HTML is not allowed: </b>"});
  EXPECT_EQ(mistakes_in_body("> een <b\n> class=a><i>\n"),
            (Lines{"articles/a.md:4:7: raw HTML is not allowed: <b",
                   "articles/a.md:5:11: raw HTML is not allowed: <i>"}));
}

TEST(Body, ReportsTextThatMarkdownReadsAsHtml) {
  EXPECT_EQ(mistakes_in_body("<br>\ntekst\n"),
            Lines{"articles/a.md:5:1: this text follows HTML without an empty line, so Markdown "
                  "reads it as HTML"});
  EXPECT_EQ(mistakes_in_body("<!-- a --> tekst\n").size(), 1);
}

TEST(Body, SaysWhatToWriteInsteadOfHtml) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\n",
                                      "een <B>vet</B> woord, H<sub>2</sub>O, <blink>\n");
  EXPECT_EQ(remedies(folder), (Lines{"write **text**, or write \\< to show a literal <",
                                     "write ₂ or ² as one character, or write \\< to show a "
                                     "literal <",
                                     "write it in Markdown, or write \\< to show a literal <"}));
}

TEST(Body, SaysWhatToWriteForStruckOutTextAndQuotations) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\n",
                                      "<del>oud</del> <s>oud</s> <q>woord</q>\n");
  const std::string otherwise = ", or write \\< to show a literal <";
  EXPECT_EQ(remedies(folder), (Lines{"write ~~text~~" + otherwise, "write ~~text~~" + otherwise,
                                     "write the text between quotation marks" + otherwise}));
}

std::string html_of(std::string_view body) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\n", body);
  return folder.build().item("a")->html();
}

TEST(Body, AllowsComments) {
  EXPECT_EQ(html_of("<!-- een\n\ntwee -->\n\na <!-- b --> c\n"), "<p>a c</p>");
}

TEST(Body, ReadsBrAsALineBreak) {
  EXPECT_EQ(html_of("a<br>b <BR/> c<br />\n\n<br>\n\n| a |\n|---|\n| b<br>c |\n\n### d<br>e\n"),
            "<p>a<br>b<br>c</p><table><tr><th>a</th></tr><tr><td>b<br>c</td></tr></table>"
            "<h3>d<br>e</h3>");
}

TEST(Body, KnowsAllEntitiesOfHtml) {
  EXPECT_EQ(
      html_of(
          "&ensp;a&times;b&trade; &fjlig; &NotEqualTilde;&lt;&CounterClockwiseContourIntegral;\n"),
      "<p>\u2002a×b™ fj \u2242\u0338&lt;∳</p>");
}

TEST(Body, ReportsHtmlInsideALineAfterABlockOfHtml) {
  EXPECT_EQ(mistakes_in_body("<div>\n</div>\n\nEen <b>\n"),
            (Lines{"articles/a.md:4:1: raw HTML is not allowed: <div>",
                   "articles/a.md:7:5: raw HTML is not allowed: <b>"}));
}

TEST(Body, AllowsHtmlInCodeAndEscapedHtml) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\n", "`<b>` of \\<b>\n");
  EXPECT_EQ(folder.build().item("a")->html(), "<p><code>&lt;b&gt;</code> of &lt;b&gt;</p>");
}

TEST(Body, ReportsAHeadingOfLevel1) {
  const std::string problem =
      "a heading of level 1 (#) is not allowed in a body, because \"title\" has level 1";
  EXPECT_EQ(mistakes_in_body("Tekst.\n\n# Kop\n"), Lines{"articles/a.md:6:3: " + problem});
  EXPECT_EQ(mistakes_in_body("Kop\n===\n"), Lines{"articles/a.md:4:1: " + problem});
  EXPECT_EQ(mistakes_in_body("#\n"), Lines{"articles/a.md:4:1: " + problem});
  EXPECT_EQ(mistakes_in_body("Tekst.\n\n#\n\nTekst.\n"), Lines{"articles/a.md:6:1: " + problem});
}

TEST(Body, ReportsAddressesThatAreNotAllowed) {
  for (const std::string address : {"javascript:alert(1)", "data:text/html,a", "file:///etc/passwd",
                                    "ftp://a.example", "andere-pagina.md", "//a.example"}) {
    EXPECT_EQ(mistakes_in_body("Tekst.\nZie [dit](<" + address + ">).\n"),
              Lines{"articles/a.md:5:12: the address \"" + address + "\" is not allowed"});
    EXPECT_EQ(mistakes_in_body("![dit](<" + address + ">)\n"),
              Lines{"articles/a.md:4:9: the address \"" + address + "\" is not allowed"});
  }
}

TEST(Body, ReportsAnAddressHiddenByEntitiesOrReferences) {
  for (const std::string body : {"[a](java&#115;cript:alert)\n", "[a](java&#10;script:alert)\n",
                                 "[a](&#1;javascript:alert)\n", "[a][b]\n\n[b]: javascript:alert\n",
                                 "<javascript:alert>\n"}) {
    const Lines lines = mistakes_in_body(body);
    ASSERT_EQ(lines.size(), 1u) << body;
    EXPECT_NE(lines[0].find(": the address \""), std::string::npos) << lines[0];
    EXPECT_TRUE(lines[0].ends_with("\" is not allowed")) << lines[0];
  }
}

TEST(Body, ReportsATitleOnALink) {
  EXPECT_EQ(mistakes_in_body("[a](https://a.example \"titel\")\n"),
            Lines{"articles/a.md:4:5: this link or picture has a title, which a pack cannot "
                  "store"});
}

TEST(Body, ReportsAnUnknownEntity) {
  EXPECT_EQ(mistakes_in_body("Tekst &alfa; tekst\n"),
            Lines{"articles/a.md:4:7: the entity \"&alfa;\" is not known"});
}

TEST(Body, ReportsMoreThan30Levels) {
  EXPECT_EQ(mistakes_in_body(std::string(40, '>') + " diep\n"),
            Lines{"articles/a.md:4:1: lists, quotations and emphasis are nested more than 30 "
                  "levels "
                  "deep"});
  EXPECT_EQ(mistakes_in_body(std::string(100'000, '>') + " diep\n").size(), 1);
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\n", std::string(20'000, '['));
  EXPECT_EQ(folder.build().size(), 1);
}

TEST(Body, ReportsLinksToItemsAndFilesThatDoNotExist) {
  EXPECT_EQ(mistakes_in_body("Tekst.\n\nEën [link](item:weg) en ![b](asset:weg.png).\n"),
            (Lines{"articles/a.md:6:12: there is no item \"weg\"",
                   "articles/a.md:6:30: there is no file \"assets/weg.png\""}));
}

TEST(Body, ReportsTheLineOfABrokenLinkThatIsAPrefixOfAnother) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/trio-lang.md", "title: B\n");
  folder.write_item("articles/a.md", "title: A\n",
                    "item:trio is geen link.\n\n[b](item:trio-lang)\n\n[c](item:trio)\n");
  EXPECT_EQ(folder.mistakes(), Lines{"articles/a.md:8:5: there is no item \"trio\""});
}

TEST(Body, ReportsABrokenLinkOncePerItem) {
  EXPECT_EQ(mistakes_in_body("[a](item:weg)\n\n[b](item:weg)\n"),
            Lines{"articles/a.md:4:5: there is no item \"weg\""});
}

TEST(Body, ReportsControlCharactersAndLongRunsOfBackticks) {
  EXPECT_EQ(mistakes_in_body("een\n\ntwee \x1e drie\n"),
            Lines{"articles/a.md:6:6: this text has the control character U+001E"});
  EXPECT_EQ(mistakes_in_body("een " + std::string(31, '`') + "\n"),
            Lines{"articles/a.md:4:5: this line has more than 30 backticks in a row"});
}

TEST(Body, ReportsThePlaceOfAMistakeBelowAShortDelimiterRow) {
  EXPECT_EQ(mistakes_in_body("|a|b|\n|-|  --  |\n|c|d <b>|\n\ne <i>\n"),
            (Lines{"articles/a.md:6:6: raw HTML is not allowed: <b>",
                   "articles/a.md:8:3: raw HTML is not allowed: <i>"}));
}

TEST(Body, AllowsALinkToItsOwnItem) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\n", "[hier](item:a)\n");
  EXPECT_EQ(folder.build().size(), 1);
}

}  // namespace
}  // namespace landkaart::testing
