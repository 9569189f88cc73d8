// SPDX-License-Identifier: EUPL-1.2
// Bodies whose Markdown or plain text is much longer than the body, because each line repeats the
// indents and marks of the blocks around it.
#include <gtest/gtest.h>

#include "core/text/markup.h"
#include "landkaart/error.h"

namespace landkaart {
namespace {

// `html` inside this number of elements with the opening tags `open` and the closing tags `close`.
std::string nested(int depth, const std::string& open, std::string html, const std::string& close) {
  for (int i = 0; i < depth; ++i) html = open + html + close;
  return html;
}

// A code block of this number of lines with one letter each.
std::string code_block(std::size_t lines) {
  std::string html = "<pre><code>";
  for (std::size_t i = 0; i < lines; ++i) html += "x\n";
  return html + "</code></pre>";
}

ErrorCode code_of(std::string (*write)(const MarkupNode&), const std::string& html) {
  const MarkupNode tree = parse_html(html);
  try {
    EXPECT_LT(write(tree).size(), kDerivedBytes);
  } catch (const Error& error) {
    return error.code();
  }
  return {};
}

TEST(DerivedText, OfDeepListsHasTheIndentOfEachLine) {
  const MarkupNode tree = parse_html(nested(3, "<ul><li>", "a<br>b", "</li></ul>"));
  EXPECT_EQ(to_markdown(tree), "- * - a\\\n      b\n");
  EXPECT_EQ(to_plain_text(tree), "- \n  - \n    - a\nb\n");
}

TEST(DerivedText, KeepsThePrefixOfABlankLineInAQuotationInAList) {
  const MarkupNode tree =
      parse_html("<ol start=\"9\"><li><blockquote><p>a</p><p>b</p></blockquote></li></ol>");
  EXPECT_EQ(to_markdown(tree), "9. > a\n   >\n   > b\n");
}

TEST(DerivedText, IsLimitedTo16MebibytesForLinesInDeepQuotations) {
  const auto quoted = [](std::size_t lines) {
    return nested(30, "<blockquote>", code_block(lines), "</blockquote>");
  };
  // Each line has 60 bytes of marks, the letter and a line feed.
  EXPECT_EQ(code_of(to_markdown, quoted(200'000)), ErrorCode{});
  EXPECT_EQ(code_of(to_markdown, quoted(300'000)), ErrorCode::limit_exceeded);
  EXPECT_EQ(code_of(to_plain_text, quoted(2'000'000)), ErrorCode{}) << "no marks in plain text";
}

TEST(DerivedText, IsLimitedTo16MebibytesForLinesInDeepLists) {
  const auto listed = [](std::size_t lines) {
    return nested(15, "<ol start=\"999999999\"><li>", code_block(lines), "</li></ol>");
  };
  EXPECT_EQ(code_of(to_markdown, listed(90'000)), ErrorCode{}) << "167 bytes each";
  EXPECT_EQ(code_of(to_markdown, listed(110'000)), ErrorCode::limit_exceeded);
  EXPECT_EQ(code_of(to_plain_text, listed(500'000)), ErrorCode{}) << "32 bytes each";
  EXPECT_EQ(code_of(to_plain_text, listed(600'000)), ErrorCode::limit_exceeded);
}

}  // namespace
}  // namespace landkaart
