// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "core/text/markup.h"
#include "landkaart/error.h"

namespace landkaart {
namespace {

// `innermost` inside this number of quotations.
std::string quoted(int quotations, const std::string& innermost) {
  std::string html;
  for (int i = 0; i < quotations; ++i) html += "<blockquote>";
  html += innermost;
  for (int i = 0; i < quotations; ++i) html += "</blockquote>";
  return html;
}

// The message with which a text is rejected, with this code; empty when it is accepted.
std::string rejection(const std::string& html, ErrorCode code = ErrorCode::malformed) {
  try {
    parse_html(html);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), code) << html.substr(0, 200);
    return error.what();
  }
  return "";
}

bool is_beyond_a_limit(const std::string& html) {
  return !rejection(html, ErrorCode::limit_exceeded).empty();
}

void expect_rejected(const std::vector<std::string>& htmls) {
  for (const std::string& html : htmls) EXPECT_NE(rejection(html), "") << html;
}

TEST(Html, IsWrittenExactlyAsItWasRead) {
  const std::vector<std::string> htmls = {
      "",
      "<p>a &amp; &lt;b&gt; &quot;c&quot; 'd'</p>",
      "<h2>a</h2><h6>b<br>c</h6><hr>",
      "<ul><li>a<ol start=\"0\"><li><p>b</p></li></ol></li><li></li></ul>",
      "<blockquote><pre><code>if (a &lt; b)\n  c();\n</code></pre></blockquote>",
      "<table><tr><th>a</th><th></th></tr><tr><td><em>b</em></td><td>c</td></tr></table>",
      "<table><tr><th align=\"left\">a</th><td align=\"center\"></td></tr>"
      "<tr><td align=\"right\">b</td></tr></table>",
      "<p><a href=\"https://a.nl/?b=1&amp;c=2\"><strong>d</strong></a></p>",
      "<p><del>a <em>b</em></del></p><h2><strong><del>c</del></strong></h2>",
      "<p><img src=\"asset:a.png\" alt=\"b &quot;c&quot;\"><code>d</code></p>",
      quoted(31, "<hr>")};
  for (const std::string& html : htmls) EXPECT_EQ(to_html(parse_html(html)), html);
}

TEST(Html, RejectsElementsAndSpellingsOutsideTheSubset) {
  expect_rejected({"<script>alert(1)</script>",
                   "<p><span>a</span></p>",
                   "<h1>a</h1>",
                   "<h7>a</h7>",
                   "<P>a</P>",
                   "<!-- a -->",
                   "<p class=\"a\">a</p>",
                   "<p onclick=\"a\">b</p>",
                   "<p><del cite=\"a\">b</del></p>",
                   "<p><s>a</s></p>",
                   "<p >a</p>",
                   "<br/>",
                   "<p/>",
                   "<p>a<br /></p>",
                   "<p>a</p",
                   "<p>a",
                   "<p",
                   "<",
                   "a</p>",
                   "</p>",
                   "<p>a</em></p>",
                   "<p><em>a</p></em>",
                   "<p>a &nbsp; b</p>",
                   "<p>a &#60; b</p>",
                   "<p>a & b</p>",
                   "<p>a > b</p>",
                   "<p>a \" b</p>",
                   "<p>&lt</p>"});
}

TEST(Html, RejectsAnElementInsideOneThatMayNotContainIt) {
  expect_rejected({"text", "<em>a</em>", "<li>a</li>", "<p><p>a</p></p>", "<p><ul></ul></p>",
                   "<p><del><p>a</p></del></p>", "<del>a</del>", "<ul>a</ul>", "<ul><p>a</p></ul>",
                   "<table><td>a</td></table>", "<table><tr>a</tr></table>", "<h2><hr></h2>",
                   "<blockquote>a</blockquote>", "<pre>a</pre>",
                   "<pre><code><em>a</em></code></pre>", "<p><code><em>a</em></code></p>",
                   "<p><pre><code>a</code></pre></p>"});
}

TEST(Html, RejectsAnUnsafeAddress) {
  const std::vector<std::string> addresses = {"javascript:alert(1)",
                                              "JavaScript:alert(1)",
                                              "data:text/html,a",
                                              "vbscript:a",
                                              "//a.nl",
                                              "/a",
                                              "a",
                                              "",
                                              "https:a b",
                                              "https:a\tb",
                                              "https:a\nb",
                                              " https:a",
                                              "HTTPS://a.nl",
                                              "file:///etc/passwd"};
  for (const std::string& address : addresses) {
    for (const std::string& html : {"<p><a href=\"" + address + "\">a</a></p>",
                                    "<p><img src=\"" + address + "\" alt=\"a\"></p>"}) {
      EXPECT_NE(rejection(html).find("an address must begin with"), std::string::npos) << html;
    }
    EXPECT_FALSE(is_safe_address(address)) << address;
  }
}

TEST(Html, AcceptsASafeAddress) {
  for (const std::string address : {"item:wv-troika", "asset:a.png", "https://a.nl/", "http://a.nl",
                                    "mailto:a@b.nl", "tel:+31-6", "#kop", "#"}) {
    EXPECT_EQ(rejection("<p><a href=\"" + address + "\">a</a></p>"), "");
    EXPECT_TRUE(is_safe_address(address)) << address;
  }
}

TEST(Html, RejectsMissingUnknownAndMisspeltAttributes) {
  expect_rejected({"<p><a>a</a></p>", "<p><a name=\"a\">a</a></p>", "<p><a href=item:a>a</a></p>",
                   "<p><a href='item:a'>a</a></p>", "<p><a href=\"item:a\" title=\"b\">a</a></p>",
                   "<p><img src=\"asset:a\"></p>", "<p><img alt=\"a\" src=\"asset:a\"></p>",
                   "<p><img src=\"asset:a\" alt=\"a\" onerror=\"b\"></p>", "<ol start=\"a\"></ol>",
                   "<ol start=\"-1\"></ol>", "<ol start=\"99999999999\"></ol>",
                   "<ol start=\"\"></ol>", "<table><tr><td align=\"\">a</td></tr></table>",
                   "<table><tr><td align=\"justify\">a</td></tr></table>",
                   "<table><tr align=\"left\"></tr></table>",
                   "<table><tr><td style=\"a\">b</td></tr></table>", "<p align=\"left\">a</p>",
                   "<ul start=\"1\"></ul>"});
}

TEST(Html, RejectsElementsNestedMoreThan32Deep) {
  for (const std::string element : {"<hr>", "<p></p>", "<ul></ul>"}) {
    EXPECT_FALSE(is_beyond_a_limit(quoted(31, element))) << element;
    EXPECT_TRUE(is_beyond_a_limit(quoted(32, element))) << element;
  }
  EXPECT_FALSE(is_beyond_a_limit(quoted(32, "")));
  EXPECT_TRUE(is_beyond_a_limit(quoted(100'000, "")));
}

TEST(Html, CountsTheElementsInAParagraphAndInAPreForTheDepth) {
  for (const std::string html :
       {"<p><br></p>", "<p><code>a</code></p>", "<pre><code>a</code></pre>",
        "<p><img src=\"asset:a\" alt=\"b\"></p>"}) {
    EXPECT_FALSE(is_beyond_a_limit(quoted(30, html))) << html;
    EXPECT_TRUE(is_beyond_a_limit(quoted(31, html))) << html;
  }
}

// `count` times `html`.
std::string repeated(std::size_t count, const std::string& html) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += html;
  return out;
}

TEST(Html, Accepts131072ElementsAndTextsAndRejectsOneMore) {
  EXPECT_FALSE(is_beyond_a_limit(repeated(131'072, "<hr>")));
  EXPECT_TRUE(is_beyond_a_limit(repeated(131'073, "<hr>")));
  EXPECT_FALSE(is_beyond_a_limit(repeated(65'536, "<p>a</p>")));
  EXPECT_TRUE(is_beyond_a_limit(repeated(65'536, "<p>a</p>") + "<hr>"));
  EXPECT_FALSE(is_beyond_a_limit("<p>" + repeated(131'071, "<br>") + "</p>"));
  EXPECT_TRUE(is_beyond_a_limit("<p>" + repeated(131'072, "<br>") + "</p>"));
}

TEST(Html, RejectsAnItemAddressWithoutAnId) {
  for (const std::string address : {"item:", "item:A", "item:../a", "item:a/b", "item:#a",
                                    "item:x&quot;&gt;&lt;script/src=/e.js&gt;&lt;/script&gt;"}) {
    EXPECT_NE(rejection("<p><a href=\"" + address + "\">a</a></p>"), "") << address;
  }
  EXPECT_EQ(rejection("<p><a href=\"item:wv-troika#kop\">a</a></p>"), "");
}

TEST(Html, ReportsTheOffsetAndTheNameOfAForbiddenElement) {
  try {
    parse_html("<p>a</p><script>");
    FAIL() << "<script> must be rejected";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::malformed);
    EXPECT_NE(std::string(error.what()).find("(at byte 15 of the HTML)"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("<script>"), std::string::npos) << error.what();
    EXPECT_EQ(error.offset(), Error::kNoOffset) << "the HTML has no place in the file";
  }
}

}  // namespace
}  // namespace landkaart
