// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "landkaart/error.h"
#include "tests/support/item_addresses.h"
#include "tests/text/markdown_trees.h"
#include "tests/text/random_markdown.h"

namespace landkaart {
namespace {

using testing::RandomMarkdown;
using testing::tree_of;
using testing::tree_without_mistakes;

constexpr std::uint32_t kCases = 30'000;

// `tree` was parsed from `text`. Writing it as Markdown or HTML and parsing that again must give
// the same tree.
void expect_round_trip(const std::string& text, const MarkupNode& tree) {
  const std::string markdown = to_markdown(tree);
  const auto again = tree_without_mistakes(markdown);
  ASSERT_TRUE(again) << text << "\nwas written as\n" << markdown;
  EXPECT_EQ(to_html(*again), to_html(tree)) << text << "\nwas written as\n" << markdown;
  EXPECT_EQ(*again, tree) << text;
  if (testing::item_addresses_have_ids(tree)) {
    EXPECT_EQ(parse_html(to_html(tree)), tree) << text;
  } else {
    EXPECT_THROW(parse_html(to_html(tree)), Error) << text;
  }
  MarkupNode normal = tree;
  normalise(normal);
  EXPECT_EQ(normal, tree) << text << "\nwas not normal";
}

TEST(RoundTrip, ThroughMarkdownAndHtmlGivesTheSameTree) {
  std::uint32_t checked = 0;
  for (std::uint32_t seed = 1; checked < kCases && !HasFailure(); ++seed) {
    ASSERT_LT(seed, 2 * kCases) << "fewer than half of the random texts are valid Markdown bodies";
    const std::string text = RandomMarkdown(seed).text();
    const auto tree = tree_without_mistakes(text);
    if (!tree) continue;
    ++checked;
    expect_round_trip(text, *tree);
  }
}

// md4c has a fault: it reads a block that begins at certain offsets of the text as an empty list
// item. The compiler pads the text to avoid those offsets (harmless_padding in markdown_walk.cpp).
TEST(RoundTrip, DoesNotDependOnTheOffsetOfAListInTheText) {
  for (const std::string list :
       {"1. een\n\n   twee\n\n2. ```\n   code\n   ```\n\n   drie\n", "- [ ] een\n\n\n  twee\n"}) {
    const MarkupNode alone = tree_of(list);
    for (std::size_t offset = 0; offset < 600; ++offset) {
      const std::string before(offset, 'a');
      const MarkupNode tree = tree_of(before + "\n\n" + list);
      EXPECT_EQ(tree.children.back(), alone.children.front()) << list << " at offset " << offset;
    }
  }
}

TEST(RoundTrip, HoldsForTextsThatAreHardToWrite) {
  const std::vector<std::string> texts = {
      // Emphasis in words, beside signs and beside other emphasis.
      "é**a*a***", "***d*a**a", "a*b*__c__*d*", "*a*b*c*d", "“*b*”", "“*één*”", "x***y***z",
      "*[a](https://a.nl/_)* b", "[r](item:x)_\\`_", "a **&nbsp;b** c", "*a\\\nb*c", "*_`a`_`b`*",
      "*a&#32;*b", "[ a ](item:x)b", "a!\n[b](item:x)", "\\!\\[a](item:x)", "![a *b* `c`](asset:d)",
      // Tasks.
      "- [ ] a\n\n  b\n- [x]\n- [ ] [a]: item:b\n\n  - c", "- [x] | a |\n  |---|", "> - [ ] - a",
      "1. [ ] ```\n   a\n   ```",
      // Struck-out text in words, in and around other spans, and beside tildes.
      "é~~a~~é", "~~*a*~~*b*", "*~~a~~b*", "**a~~b~~**~~c~~", "[~~a~~](item:x)~~b~~", "\\~~~a~~\\~",
      "~~a~~ ~b~", "~~a *b~~ c*", "~~[a](https://a.nl/~b)~~", "~~~~a~~~~", "a~~&nbsp;b~~ c",
      // Code and entities.
      "`a`*`b`*`c`", "` `` `", "``a`b``", "` a `", "B&amp;amp;W", "&amp;#42;", "&#32;a&#32;",
      // Lists in lists, beside lists, and with and without blank lines.
      "- - -x", "+ - -", "1. 1. 1.", "- a\n\n  7.", "- > a\n  >\n  b", "- - a\n\n  b",
      "* a\n\n\n* b", "1) d\n\n   [f]: item:a", "- a\n- b\n+ c\n* d", "999999999. a\n1. b", "0. a",
      "- \n\n- a", "- ```\n  a\n\n  b\n  ```", "- a\n  ***\n  b", "- ## a\n  b",
      // Quotations, code, headings and tables.
      "> a\n\n> b", "> - a\n>\n>   b", "> ", "- > ", "    code\n\n    more", "```\n```",
      "```\n\n\n```", "````\n```\n````", "~~~\n`\n~~~", "a\\\nb\n---", "## a # b ##", "##",
      "| a |\n|---|\n| `b|c` |", "| a \\| b |\n|---|", "| |\n|---|", "|a|b|\n|---|---|\n|c|",
      // Lines of text that begin like a list, heading, table or other block.
      "a\\\n: --", "a\\\n| b", "a\\\n\\---", "2020\\. a", "1\\) a", "\\- a", "\\+", "\\# a",
      "\\> a", "\\~~~", "[`]:` ](#)", "[`\\\\]:` a](#)"};
  for (const std::string& text : texts) expect_round_trip(text, tree_of(text));
}

// The compiler refuses a line with more than 30 backticks in a row.
TEST(RoundTrip, HoldsForCodeWithAsManyBackticksAsAllowed) {
  const std::string most(30, '`');
  for (const std::string& text :
       {"`a" + most + " `", "`` ` a" + most + " ``", "~~~\n" + most + "\n~~~",
        "~~~~\n" + most + "\n~~~\n~~~~"}) {
    expect_round_trip(text, tree_of(text));
  }
}

}  // namespace
}  // namespace landkaart
