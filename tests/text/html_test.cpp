// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "core/text/markup.h"
#include "landkaart/error.h"

namespace landkaart {
namespace {

std::string nested(int depth) {
  std::string html;
  for (int i = 0; i < depth; ++i) html += "<blockquote>";
  html += "<hr>";
  for (int i = 0; i < depth; ++i) html += "</blockquote>";
  return html;
}

void expect_refused(const std::vector<std::string>& htmls) {
  for (const std::string& html : htmls) EXPECT_THROW(parse_html(html), Error) << html;
}

TEST(Html, ComesBackAsItWas) {
  const std::vector<std::string> htmls = {
      "",
      "<p>a &amp; &lt;b&gt; &quot;c&quot; 'd'</p>",
      "<h2>a</h2><h6>b<br>c</h6><hr>",
      "<ul><li>a<ol start=\"0\"><li><p>b</p></li></ol></li><li></li></ul>",
      "<blockquote><pre><code>if (a &lt; b)\n  c();\n</code></pre></blockquote>",
      "<table><tr><th>a</th><th></th></tr><tr><td><em>b</em></td><td>c</td></tr></table>",
      "<p><a href=\"https://a.nl/?b=1&amp;c=2\"><strong>d</strong></a></p>",
      "<p><img src=\"asset:a.png\" alt=\"b &quot;c&quot;\"><code>d</code></p>",
      nested(32)};
  for (const std::string& html : htmls) EXPECT_EQ(to_html(parse_html(html)), html);
}

TEST(Html, OutsideTheSubsetIsRefused) {
  expect_refused({"<script>alert(1)</script>",
                  "<p><span>a</span></p>",
                  "<h1>a</h1>",
                  "<h7>a</h7>",
                  "<P>a</P>",
                  "<!-- a -->",
                  "<p class=\"a\">a</p>",
                  "<p onclick=\"a\">b</p>",
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

TEST(Html, WithAnElementWhereItMayNotStandIsRefused) {
  expect_refused({"text", "<em>a</em>", "<li>a</li>", "<p><p>a</p></p>", "<p><ul></ul></p>",
                  "<ul>a</ul>", "<ul><p>a</p></ul>", "<table><td>a</td></table>",
                  "<table><tr>a</tr></table>", "<h2><hr></h2>", "<blockquote>a</blockquote>",
                  "<pre>a</pre>", "<pre><code><em>a</em></code></pre>",
                  "<p><code><em>a</em></code></p>", "<p><pre><code>a</code></pre></p>"});
}

TEST(Html, WithAnUnsafeAddressIsRefused) {
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
    EXPECT_THROW(parse_html("<p><a href=\"" + address + "\">a</a></p>"), Error) << address;
    EXPECT_THROW(parse_html("<p><img src=\"" + address + "\" alt=\"a\"></p>"), Error) << address;
    EXPECT_FALSE(is_safe_address(address)) << address;
  }
}

TEST(Html, WithOtherAttributesIsRefused) {
  expect_refused({"<p><a>a</a></p>", "<p><a name=\"a\">a</a></p>", "<p><a href=item:a>a</a></p>",
                  "<p><a href='item:a'>a</a></p>", "<p><a href=\"item:a\" title=\"b\">a</a></p>",
                  "<p><img src=\"asset:a\"></p>", "<p><img alt=\"a\" src=\"asset:a\"></p>",
                  "<p><img src=\"asset:a\" alt=\"a\" onerror=\"b\"></p>", "<ol start=\"a\"></ol>",
                  "<ol start=\"-1\"></ol>", "<ol start=\"99999999999\"></ol>",
                  "<ol start=\"\"></ol>", "<ul start=\"1\"></ul>"});
}

TEST(Html, DeeperThan32ElementsIsRefused) {
  EXPECT_NO_THROW(parse_html(nested(32)));
  try {
    parse_html(nested(33));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::malformed);
  }
  EXPECT_THROW(parse_html(nested(100'000)), Error);
}

TEST(Html, ErrorTellsWhere) {
  try {
    parse_html("<p>a</p><script>");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::malformed);
    EXPECT_NE(std::string(error.what()).find("(at byte 15 of the HTML)"), std::string::npos);
    EXPECT_EQ(error.offset(), Error::kNoOffset) << "the HTML has no place in the file";
  }
}

}  // namespace
}  // namespace landkaart
