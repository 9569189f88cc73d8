// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "core/text/markup.h"
#include "landkaart/error.h"

namespace landkaart {
namespace {

std::string normalised(std::string_view html) {
  MarkupNode tree = parse_html(html);
  normalise(tree);
  return to_html(tree);
}

TEST(Normalise, CollapsesWhiteSpaceToOneSpace) {
  EXPECT_EQ(normalised("<p> a \n\t b  <em> c</em> </p>"), "<p>a b <em>c</em></p>");
}

TEST(Normalise, DoesNotChangeNoBreakSpacesAndCode) {
  EXPECT_EQ(normalised("<p>a\u00a0\u00a0b <code>c  d</code></p>"),
            "<p>a\u00a0\u00a0b <code>c  d</code></p>");
}

TEST(Normalise, MovesSpacesAndBreaksOutOfSpans) {
  EXPECT_EQ(normalised("<p>a<em> b </em>c</p>"), "<p>a <em>b</em> c</p>");
  EXPECT_EQ(normalised("<p>a<strong><em>b<br></em></strong>c</p>"),
            "<p>a<strong><em>b</em></strong><br>c</p>");
  EXPECT_EQ(normalised("<p>a<a href=\"item:x\"> b</a></p>"), "<p>a <a href=\"item:x\">b</a></p>");
}

TEST(Normalise, JoinsNeighbouringSpansOfTheSameSort) {
  EXPECT_EQ(normalised("<p><em>a</em><em>b</em></p>"), "<p><em>ab</em></p>");
  EXPECT_EQ(normalised("<p><em>a</em> <em>b</em></p>"), "<p><em>a</em> <em>b</em></p>");
  EXPECT_EQ(normalised("<p><code>a</code><code>b</code></p>"), "<p><code>ab</code></p>");
  EXPECT_EQ(normalised("<p><em>a<strong><em>b</em></strong></em></p>"),
            "<p><em>a<strong>b</strong></em></p>");
}

TEST(Normalise, TreatsStruckOutTextLikeEmphasis) {
  EXPECT_EQ(normalised("<p>a<del> b</del><del>c<del>d</del></del></p>"), "<p>a <del>bcd</del></p>");
}

TEST(Normalise, DoesNotJoinNeighbouringLinks) {
  const std::string links = "<p><a href=\"item:x\">a</a><a href=\"item:x\">b</a></p>";
  EXPECT_EQ(normalised(links), links);
}

TEST(Normalise, RemovesEmptySpansAndParagraphs) {
  EXPECT_EQ(normalised("<p><em> </em></p><p>a<code></code><a href=\"#\"></a><br></p>"), "<p>a</p>");
  EXPECT_EQ(normalised("<ul><li><p> </p></li></ul>"), "<ul><li></li></ul>");
}

TEST(Normalise, LeavesASpaceWhereItRemovesAnEmptyQuotation) {
  EXPECT_EQ(normalised("<ul><li>a<blockquote></blockquote>b</li></ul>"), "<ul><li>a b</li></ul>");
}

TEST(Normalise, JoinsNeighbouringLineBreaks) {
  EXPECT_EQ(normalised("<p><br>a <br> <br> b</p>"), "<p>a<br>b</p>");
}

TEST(Normalise, MakesAllItemsOfAListTightOrAllLoose) {
  EXPECT_EQ(normalised("<ul><li><p>a</p></li></ul>"), "<ul><li>a</li></ul>")
      << "a list of one block has no place for a blank line, so Markdown reads it as tight";
  EXPECT_EQ(normalised("<ul><li>a</li><li><p>b</p></li></ul>"),
            "<ul><li><p>a</p></li><li><p>b</p></li></ul>");
  EXPECT_EQ(normalised("<ul><li><blockquote><p>a</p></blockquote>b</li></ul>"),
            "<ul><li><blockquote><p>a</p></blockquote><p>b</p></li></ul>")
      << "without a blank line Markdown would read b as part of the quotation";
}

}  // namespace
}  // namespace landkaart
