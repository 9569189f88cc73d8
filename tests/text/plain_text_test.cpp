// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "core/text/markup.h"

namespace landkaart {
namespace {

std::string plain(std::string_view html) { return to_plain_text(parse_html(html)); }

TEST(PlainText, WritesBlocksWithAnEmptyLineBetween) {
  EXPECT_EQ(plain("<h2>Kop</h2><p>Een <strong>twee</strong> <del><code>drie</code></del>.</p>"),
            "Kop\n\nEen twee drie.\n");
  EXPECT_EQ(plain(""), "");
}

TEST(PlainText, BeginsANewLineAtABreak) { EXPECT_EQ(plain("<p>een<br>twee</p>"), "een\ntwee\n"); }

TEST(PlainText, NumbersTheItemsOfAList) {
  EXPECT_EQ(plain("<ul><li>een</li><li>twee</li></ul>"), "- een\n- twee\n");
  EXPECT_EQ(plain("<ol start=\"9\"><li>een</li><li>twee</li></ol>"), "9. een\n10. twee\n");
}

TEST(PlainText, IndentsTheBlocksInsideAnItem) {
  EXPECT_EQ(plain("<ul><li><p>een</p><p>twee</p><ul><li>drie</li></ul></li></ul>"),
            "- een\n  twee\n  - drie\n");
}

TEST(PlainText, WritesTextAfterABlockInAnItemOnOneLine) {
  EXPECT_EQ(plain("<ul><li>een<hr>twee <em>drie</em> vier</li></ul>"), "- een\n  twee drie vier\n");
}

TEST(PlainText, SeparatesCellsByABar) {
  EXPECT_EQ(plain("<table><tr><th>a</th><th>b</th></tr><tr><td></td><td>c</td></tr></table>"),
            "a | b\n | c\n");
}

TEST(PlainText, WritesTheAlternativeTextOfAnImageAndTheTextOfALink) {
  EXPECT_EQ(plain("<p><img src=\"asset:a.png\" alt=\"een kring\"> <a href=\"item:b\">Trio</a></p>"),
            "een kring Trio\n");
}

TEST(PlainText, SkipsRules) { EXPECT_EQ(plain("<p>een</p><hr><p>twee</p>"), "een\n\ntwee\n"); }

TEST(PlainText, KeepsTheLinesOfCode) {
  EXPECT_EQ(plain("<p>een</p><pre><code>a &lt; b\n\nc\n</code></pre><p>twee</p>"),
            "een\n\na < b\n\nc\n\ntwee\n");
}

}  // namespace
}  // namespace landkaart
