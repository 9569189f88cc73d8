// SPDX-License-Identifier: EUPL-1.2
#include "core/text/autolinks.h"

#include <gtest/gtest.h>

#include "tests/text/markdown_trees.h"

namespace landkaart {
namespace {

using testing::html_of;
using testing::respelt;

// The autolinks of a text, each as "words=address", or only "words" when these are the address.
std::vector<std::string> links_in(std::string_view text) {
  std::vector<std::string> links;
  std::size_t from = 0;
  while (const auto link = find_autolink(text, from)) {
    from = link->end;
    const std::string words(text.substr(link->begin, link->end - link->begin));
    links.push_back(words == link->address ? words : words + "=" + link->address);
  }
  return links;
}

using Links = std::vector<std::string>;

TEST(Autolinks, BeginWithASchemeOrWww) {
  EXPECT_EQ(
      links_in("Zie https://a.nl/b?c=d#e en http://localhost:8000 of www.a.nl/x."),
      (Links{"https://a.nl/b?c=d#e", "http://localhost:8000", "www.a.nl/x=http://www.a.nl/x"}));
  EXPECT_EQ(links_in("HTTPS://A.nl"), Links{"HTTPS://A.nl=https://A.nl"});
  EXPECT_EQ(links_in("ahttps://a.nl https:/a.nl https://_b.c https://a_b ftp://a.nl https://"),
            Links{});
  EXPECT_EQ(links_in("xwww.a.nl /www.a.nl www. www.. www.a_b www"), Links{});
}

TEST(Autolinks, LeaveOutThePunctuationAfterAnAddress) {
  EXPECT_EQ(links_in("(https://a.nl/b_(c)), \"https://a.nl/\"; [https://b.nl] “https://c.nl”"),
            (Links{"https://a.nl/b_(c)", "https://a.nl/", "https://b.nl", "https://c.nl"}));
  EXPECT_EQ(links_in("https://a.nl/?!.,:*_~'\" https://b.nl&copy; https://c.nl/;&; https://…"),
            (Links{"https://a.nl/", "https://b.nl", "https://c.nl/;&"}));
  EXPECT_EQ(links_in("https://a.nl<b https://b.nl\u00a0c https://één.nl/é…"),
            (Links{"https://a.nl", "https://b.nl", "https://één.nl/é"}));
}

TEST(Autolinks, FindAddressesOfMail) {
  EXPECT_EQ(links_in("Mail j.de_boer+x@a-b.nl. Of mailto:b@c.nl, niet d@e, f@g. of @h.nl"),
            (Links{"j.de_boer+x@a-b.nl=mailto:j.de_boer+x@a-b.nl", "mailto:b@c.nl"}));
  EXPECT_EQ(links_in("é@a.nl /b@c.nl d@e.1 f@g.nl- @i@j.nl k@@l.nl"), Links{});
}

TEST(Autolinks, TakeTimeInProportionToTheText) {
  std::string hosts;
  std::string mails;
  for (int i = 0; i < 200'000; ++i) {
    hosts += "www._";
    mails += "a@b";
  }
  EXPECT_EQ(links_in(hosts), Links{});
  EXPECT_EQ(links_in(mails), Links{});
}

TEST(Autolinks, AreEscapedInTimeInProportionToTheText) {
  for (const std::string part : {"www._", "a@b.", "https://a.", "http:", "@"}) {
    MarkupNode paragraph{Tag::paragraph, {}, 0, {{Tag::text, {}, 0, {}}}};
    for (int i = 0; i < 200'000; ++i) paragraph.children.front().text += part;
    MarkupNode document;
    document.children.push_back(std::move(paragraph));
    EXPECT_GT(to_markdown(document).size(), 200'000 * part.size());
  }
}

TEST(Autolinks, AreLinksInMarkdown) {
  EXPECT_EQ(html_of("https://a.nl/?b=1&c=2 en *www.a.nl* en x@a.nl"),
            "<p><a href=\"https://a.nl/?b=1&amp;c=2\">https://a.nl/?b=1&amp;c=2</a> en "
            "<em><a href=\"http://www.a.nl\">www.a.nl</a></em> en "
            "<a href=\"mailto:x@a.nl\">x@a.nl</a></p>");
  EXPECT_EQ(html_of("| https://a.nl | ~~x@a.nl~~ |\n|---|---|"),
            "<table><tr><th><a href=\"https://a.nl\">https://a.nl</a></th><th><del>"
            "<a href=\"mailto:x@a.nl\">x@a.nl</a></del></th></tr></table>");
}

TEST(Autolinks, AreNotFoundInCodeLinksAndPictures) {
  EXPECT_EQ(html_of("`https://a.nl` [www.a.nl x](item:b) ![a@b.nl](asset:c)\n\n    https://a.nl"),
            "<p><code>https://a.nl</code> <a href=\"item:b\">www.a.nl x</a> "
            "<img src=\"asset:c\" alt=\"a@b.nl\"></p><pre><code>https://a.nl\n</code></pre>");
}

TEST(Autolinks, AreTextAfterABackslash) {
  EXPECT_EQ(html_of("https\\://a.nl www\\.a.nl x\\@a.nl"), "<p>https://a.nl www.a.nl x@a.nl</p>");
  EXPECT_EQ(respelt("https\\://a.nl www\\.a.nl x\\@a.nl"), "https\\://a.nl www\\.a.nl x\\@a.nl\n");
}

TEST(Autolinks, HoldMarks) {
  const auto link = [](const std::string& address) {
    return "<a href=\"" + address + "\">" + address + "</a>";
  };
  EXPECT_EQ(html_of("https://a.nl/~b en https://a.nl/~c"),
            "<p>" + link("https://a.nl/~b") + " en " + link("https://a.nl/~c") + "</p>");
  EXPECT_EQ(html_of("*zie https://a.nl/_b_/__c__.py*"),
            "<p><em>zie " + link("https://a.nl/_b_/__c__.py") + "</em></p>");
  EXPECT_EQ(html_of("**https://a.nl/*b*** c"),
            "<p><strong>" + link("https://a.nl/*b") + "</strong>* c</p>");
  EXPECT_EQ(html_of("https://a.nl/?b=1&amp;c=2&amp; d"),
            "<p>" + link("https://a.nl/?b=1&amp;c=2") + "&amp; d</p>");
}

TEST(Autolinks, AreWrittenBetweenAngleBrackets) {
  EXPECT_EQ(respelt("https://a.nl/_b_c en x@a.nl, www.a.nl"),
            "<https://a.nl/_b_c> en <x@a.nl>, [www.a.nl](http://www.a.nl)\n");
  EXPECT_EQ(respelt("[https://a.nl/|](https://a.nl/|) [x@a_b.nl](mailto:x@a_b.nl)"),
            "[https://a.nl/|](<https://a.nl/\\|>) [x@a\\_b.nl](mailto:x@a_b.nl)\n");
}

}  // namespace
}  // namespace landkaart
