// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "tests/text/markdown_trees.h"

namespace landkaart {
namespace {

using testing::html_of;
using testing::respelt;

TEST(Markdown, WritesEachConstructInOneSpelling) {
  EXPECT_EQ(respelt("*a* __b__ + c"), "_a_ **b** + c\n");
  EXPECT_EQ(respelt("Kop\n---"), "## Kop\n");
  EXPECT_EQ(respelt("* * *"), "___\n");
  EXPECT_EQ(respelt("+ a\n+ b"), "- a\n- b\n");
  EXPECT_EQ(respelt("3) a\n9) b"), "3. a\n4. b\n");
  EXPECT_EQ(respelt("~~~ cpp\na\n~~~"), "```\na\n```\n");
  EXPECT_EQ(respelt("a|b\n---|:---:\nc|d"), "| a | b |\n| --- | :---: |\n| c | d |\n");
}

TEST(Markdown, StrikesOutTextBetweenTildes) {
  EXPECT_EQ(html_of("~~oud~~ en ~ouder~ en ~~~niet~~~"),
            "<p><del>oud</del> en <del>ouder</del> en ~~~niet~~~</p>");
  EXPECT_EQ(respelt("~oud~ x~~y~~z **~~_a_~~**"), "~~oud~~ x~~y~~z **~~_a_~~**\n");
  EXPECT_EQ(html_of("- ~~a~~ b\n\n| ~~c~~ |\n|---|"),
            "<ul><li><del>a</del> b</li></ul><table><tr><th><del>c</del></th></tr></table>");
}

TEST(Markdown, ReadsTheBoxOfATaskAsACharacter) {
  EXPECT_EQ(html_of("- [ ] a\n- [x] *b*\n- [X] c\n- [y] d\n- [ ]e"),
            "<ul><li>☐ a</li><li>☑ <em>b</em></li><li>☑ c</li><li>[y] d</li><li>[ ]e</li></ul>");
  EXPECT_EQ(html_of("1. [ ] a\n\n2. [x]\n\n   b"),
            "<ol><li><p>☐ a</p></li><li><p>☑</p><p>b</p></li></ol>");
  EXPECT_EQ(html_of("- - [ ] a\n    - b\n- [x] c\n  ---"),
            "<ul><li><ul><li>☐ a<ul><li>b</li></ul></li></ul></li><li><h2>☑ c</h2></li></ul>");
  EXPECT_EQ(respelt("* [ ] a\n* [x] b"), "- ☐ a\n- ☑ b\n");
}

TEST(Markdown, KeepsTheAlignmentOfColumns) {
  EXPECT_EQ(html_of("|a|b|c|d|\n|:--|:-:|--:|---|\n|e|f|g|\n"),
            "<table><tr><th align=\"left\">a</th><th align=\"center\">b</th>"
            "<th align=\"right\">c</th><th>d</th></tr><tr><td align=\"left\">e</td>"
            "<td align=\"center\">f</td><td align=\"right\">g</td><td></td></tr></table>");
  EXPECT_EQ(respelt("|a|b|c|d|\n|:--|:-:|--:|---|"),
            "| a | b | c | d |\n| :--- | :---: | ---: | --- |\n");
}

TEST(Markdown, ReadsShortDelimiterRows) {
  const std::string table = "| a | b |\n| --- | :---: |\n| c | d |\n";
  for (const char* text :
       {"|a|b|\n|-|:-:|\n|c|d|", "a|b\n -|:-:\nc|d", "| a | b |  \n|  --  |  :--:|\n|c|d|"}) {
    EXPECT_EQ(respelt(text), table) << text;
  }
  EXPECT_EQ(respelt("a\n:-\nb"), "| a |\n| :--- |\n| b |\n");
  EXPECT_EQ(respelt("> |a|b\n> -|-\n> c|*d*\n\n- x\n\n  e\n  -:\n\n`f`"),
            "> | a | b |\n> | --- | --- |\n> | c | _d_ |\n\n- x\n\n  | e |\n  | ---: |\n\n`f`\n");
  EXPECT_EQ(respelt("|**a**|`b`|\n|-|-|\n\n|c\\|d|e|\n|-|-|"),
            "| **a** | `b` |\n| --- | --- |\n\n| c\\|d | e |\n| --- | --- |\n");
}

TEST(Markdown, ReadsATableDirectlyBelowAParagraph) {
  EXPECT_EQ(respelt("x *y*\nz\n|a|b|\n|---|:--|\n|c|"),
            "x _y_ z\n\n| a | b |\n| --- | :--- |\n| c |  |\n");
  EXPECT_EQ(html_of("x\na | b\n--- | ---\n\n`|`\ny\n|c\n:-"),
            "<p>x</p><table><tr><th>a</th><th>b</th></tr></table><p><code>|</code> y</p>"
            "<table><tr><th align=\"left\">c</th></tr></table>");
}

TEST(Markdown, LeavesATableBelowAParagraphAsTextWhenItsHeaderWouldBeAnotherBlock) {
  for (const std::string header : {"2. a", "+", "<i>a", "    a", "[a]: item:b"}) {
    MistakeList mistakes;
    const SourcePosition start{"test.md", 1, 1};
    const MarkupNode tree =
        parse_markdown("x\n" + header + "\n|-|", TextOrigin::written_here, start, mistakes);
    ASSERT_EQ(tree.children.size(), 1u) << header;
    EXPECT_EQ(tree.children.front().tag, Tag::paragraph) << header;
  }
}

TEST(Markdown, LeavesOtherShortRowsAsText) {
  EXPECT_EQ(html_of("|a|b|\n|-|"), "<p>|a|b| |-|</p>") << "one cell below two";
  EXPECT_EQ(html_of("- x\n  |a|\n  |-|"), "<ul><li>x |a| |-|</li></ul>");
  EXPECT_EQ(html_of("|-|-|"), "<p>|-|-|</p>");
  EXPECT_EQ(html_of("a `b\nc`|\n|-|"), "<p>a <code>b c</code>| |-|</p>");
  EXPECT_EQ(html_of("```\n|a|\n|-|\n```\n\n    |a|\n    |-|"),
            "<pre><code>|a|\n|-|\n</code></pre><pre><code>|a|\n|-|\n</code></pre>");
  EXPECT_EQ(html_of("a\n-"), "<h2>a</h2>");
}

TEST(Markdown, MakesNoLinkOfAFootnote) {
  EXPECT_EQ(html_of("Een[^1].\n\n[^1]: woord\n- [^b]: twee\n\n[c]: item:d\n\n`x\n[^e]: f`"),
            "<p>Een[^1].</p><p>[^1]: woord</p><ul><li>[^b]: twee</li></ul>"
            "<p><code>x [^e]: f</code></p>");
}

TEST(Markdown, PutsABackslashBeforeATildeOfTheText) {
  EXPECT_EQ(respelt("\\~a\\~ `~b~` ~ c"), "\\~a\\~ `~b~` \\~ c\n");
}

TEST(Markdown, KeepsMarksAfterBytesThatAreNotUtf8) {
  EXPECT_TRUE(to_markdown(parse_html("<p>\x80\x80<del>!</del></p>")).ends_with("~~!~~\n"));
}

TEST(Markdown, AddsNoBackslashesToOrdinaryText) {
  for (const char* text :
       {"Doe mee! Morgen, om 9.30 uur (B&W).\n", "## 1. Inleiding\n", "De 1e stap: a | b.\n",
        "[Trio-advies!](item:wv-troika)\n", "[a](https://a.nl/b_c?d=1#e)\n"}) {
    EXPECT_EQ(respelt(text), text);
  }
}

TEST(Markdown, PutsABackslashWhereABlockWouldBegin) {
  EXPECT_EQ(respelt("1\\. een"), "1\\. een\n");
  EXPECT_EQ(respelt("\\- een"), "\\- een\n");
  EXPECT_EQ(respelt("een\\\n\\# twee"), "een\\\n\\# twee\n");
}

TEST(Markdown, WritesNoBreakSpacesAsEntities) {
  EXPECT_EQ(respelt("5\u00a0euro"), "5&nbsp;euro\n");
}

TEST(Markdown, EmphasisesAPartOfAWord) {
  EXPECT_EQ(respelt("on*mis*baar"), "on*mis*baar\n");
  EXPECT_EQ(respelt("co**creatie**"), "co**creatie**\n");
  EXPECT_EQ(html_of(respelt("é*é*é")), "<p>é<em>é</em>é</p>");
}

TEST(Markdown, KeepsNeighbouringListsApart) {
  EXPECT_EQ(respelt("- a\n+ b"), "- a\n\n* b\n");
  EXPECT_EQ(respelt("1. a\n1) b"), "1. a\n\n1) b\n");
}

TEST(Markdown, WritesBlankLinesInLooseListsOnly) {
  EXPECT_EQ(respelt("- a\n\n- b"), "- a\n\n- b\n");
  EXPECT_EQ(respelt("- a\n  - b\n- c"), "- a\n  - b\n- c\n");
}

TEST(Markdown, ReportsEmphasisThatOverlapsALink) {
  MistakeList mistakes;
  const SourcePosition start{"test.md", 7, 1};
  parse_markdown("| a* | b |\n|---|---|\n| [c](*)* | d |", TextOrigin::written_here, start,
                 mistakes);
  // md4c reports emphasis that overlaps the link or, in newer versions, a link without emphasis.
  // Both are mistakes, because the address "*" has no allowed scheme.
  ASSERT_FALSE(mistakes.empty());
  EXPECT_GE(mistakes.mistakes().front().line, 7u);
}

}  // namespace
}  // namespace landkaart
