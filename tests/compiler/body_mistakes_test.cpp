// SPDX-License-Identifier: EUPL-1.2
// Every mistake that a body can have, on the line where it stands: bodies here begin on line 4.
#include "tests/compiler/mistakes_in.h"

namespace landkaart::testing {
namespace {

Lines mistakes_in_body(std::string_view body) { return mistakes_in_article({}, body); }

TEST(Body, HasNoBlocksOfHtml) {
  EXPECT_EQ(mistakes_in_body("Tekst.\n\n<div>\n<p>a</p>\n</div>\n"),
            Lines{"articles/a.md:6:1: raw HTML is refused: <div>"});
}

TEST(Body, TellsABlockOfHtmlOnceInsideAListToo) {
  EXPECT_EQ(mistakes_in_body("- <div>\n  a\n  </div>\n"),
            Lines{"articles/a.md:4:3: raw HTML is refused: <div>"});
}

TEST(Body, TellsEveryBlockOfHtml) {
  EXPECT_EQ(mistakes_in_body("<!-- a -->\n\nTekst.\n\n<!-- b -->\n"),
            (Lines{"articles/a.md:4:1: raw HTML is refused: <!-- a -->",
                   "articles/a.md:8:1: raw HTML is refused: <!-- b -->"}));
}

TEST(Body, HasNoHtmlInsideALine) {
  EXPECT_EQ(mistakes_in_body("Een\nénorm <b>vet</b> woord.\n"),
            (Lines{"articles/a.md:5:7: raw HTML is refused: <b>",
                   "articles/a.md:5:13: raw HTML is refused: </b>"}));
}

TEST(Body, TellsHtmlInsideALineAfterABlockOfIt) {
  EXPECT_EQ(mistakes_in_body("<div>\n</div>\n\nEen <b>\n"),
            (Lines{"articles/a.md:4:1: raw HTML is refused: <div>",
                   "articles/a.md:7:5: raw HTML is refused: <b>"}));
}

TEST(Body, MayShowHtml) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\n", "`<b>` of \\<b>\n");
  EXPECT_EQ(folder.build().item("a")->html(), "<p><code>&lt;b&gt;</code> of &lt;b&gt;</p>");
}

TEST(Body, HasNoHeadingOfTheFirstLevel) {
  const std::string problem =
      "a heading with one # is the title of the item, which stands in the front matter";
  EXPECT_EQ(mistakes_in_body("Tekst.\n\n# Kop\n"), Lines{"articles/a.md:6:3: " + problem});
  EXPECT_EQ(mistakes_in_body("Kop\n===\n"), Lines{"articles/a.md:4:1: " + problem});
  EXPECT_EQ(mistakes_in_body("#\n"), Lines{"articles/a.md:4:1: " + problem});
  EXPECT_EQ(mistakes_in_body("Tekst.\n\n#\n\nTekst.\n"), Lines{"articles/a.md:6:1: " + problem});
}

TEST(Body, HasNoAddressesThatCanDoHarm) {
  for (const std::string address : {"javascript:alert(1)", "data:text/html,a", "file:///etc/passwd",
                                    "ftp://a.example", "andere-pagina.md", "//a.example"}) {
    EXPECT_EQ(mistakes_in_body("Tekst.\nZie [dit](<" + address + ">).\n"),
              Lines{"articles/a.md:5:12: this address is not allowed: " + address});
    EXPECT_EQ(mistakes_in_body("![dit](<" + address + ">)\n"),
              Lines{"articles/a.md:4:9: this address is not allowed: " + address});
  }
}

TEST(Body, HasNoHarmfulAddressInDisguise) {
  EXPECT_EQ(mistakes_in_body("[a](java&#115;cript:alert)\n").size(), 1);
  EXPECT_EQ(mistakes_in_body("[a](java&#10;script:alert)\n").size(), 1);
  EXPECT_EQ(mistakes_in_body("[a](&#1;javascript:alert)\n").size(), 1);
  EXPECT_EQ(mistakes_in_body("[a][b]\n\n[b]: javascript:alert\n").size(), 1);
  EXPECT_EQ(mistakes_in_body("<javascript:alert>\n").size(), 1);
}

TEST(Body, HasNoTitlesOnLinks) {
  EXPECT_EQ(mistakes_in_body("[a](https://a.example \"titel\")\n"),
            Lines{"articles/a.md:4:5: a title on a link is not kept"});
}

TEST(Body, HasNoEntitiesThatAreNotKnown) {
  EXPECT_EQ(mistakes_in_body("Tekst &alpha; tekst\n"),
            Lines{"articles/a.md:4:7: this entity is not known: &alpha;"});
}

TEST(Body, IsNotNestedTooDeeply) {
  EXPECT_EQ(mistakes_in_body(std::string(40, '>') + " diep\n"),
            Lines{"articles/a.md:4:1: this is nested too deeply"});
  EXPECT_EQ(mistakes_in_body(std::string(100'000, '>') + " diep\n").size(), 1);
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\n", std::string(20'000, '['));
  EXPECT_EQ(folder.build().size(), 1);
}

TEST(Body, LeadsToItemsThatExist) {
  EXPECT_EQ(mistakes_in_body("Tekst.\n\nEën [link](item:weg) en ![b](asset:weg.png).\n"),
            (Lines{"articles/a.md:6:12: there is no item \"weg\"",
                   "articles/a.md:6:30: there is no file \"assets/weg.png\""}));
}

TEST(Body, TellsTheLineOfADeadLinkWhoseStartIsALivingOne) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/trio-lang.md", "title: B\n");
  folder.write_item("articles/a.md", "title: A\n",
                    "item:trio is geen link.\n\n[b](item:trio-lang)\n\n[c](item:trio)\n");
  EXPECT_EQ(folder.mistakes(), Lines{"articles/a.md:8:5: there is no item \"trio\""});
}

TEST(Body, TellsADeadLinkOnceForEachItem) {
  EXPECT_EQ(mistakes_in_body("[a](item:weg)\n\n[b](item:weg)\n"),
            Lines{"articles/a.md:4:5: there is no item \"weg\""});
}

TEST(Body, HoldsNothingThatCouldNotBeWrittenAgain) {
  EXPECT_EQ(mistakes_in_body("een\n\ntwee \x1e drie\n"),
            Lines{"articles/a.md:6:6: this text has a control character in it"});
  EXPECT_EQ(mistakes_in_body("een " + std::string(31, '`') + "\n"),
            Lines{"articles/a.md:4:5: there are more than 30 backticks in a row"});
}

TEST(Body, MayLinkToItsOwnItem) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\n", "[hier](item:a)\n");
  EXPECT_EQ(folder.build().size(), 1);
}

}  // namespace
}  // namespace landkaart::testing
