// SPDX-License-Identifier: EUPL-1.2
#include "core/search/snippet.h"

#include <gtest/gtest.h>

#include <random>

#include "core/text/utf8.h"

namespace landkaart {
namespace {

using Marked = std::vector<std::string>;

Marked marked(const SnippetText& snippet) {
  Marked words;
  for (const auto& [begin, end] : snippet.highlights) {
    words.push_back(snippet.text.substr(begin, end - begin));
  }
  return words;
}

TEST(Snippet, ShowsAShortTextWhole) {
  const SnippetText snippet = make_snippet("De raad  besluit.\n\nDe wijk wacht.", {"wijk"});
  EXPECT_EQ(snippet.text, "De raad besluit. De wijk wacht.");
  EXPECT_EQ(marked(snippet), Marked({"wijk"}));
}

TEST(Snippet, ShowsThePassageWithMostOfTheWords) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "Hier staat een zin over regels. ";
  text += "Maar hier gaat het over regels én de raad samen. ";
  for (int i = 0; i < 60; ++i) text += "Daarna komt er nog veel meer tekst. ";
  const SnippetText snippet = make_snippet(text, {"regels", "raad"});
  EXPECT_NE(snippet.text.find("de raad samen"), std::string::npos) << snippet.text;
  EXPECT_TRUE(snippet.text.starts_with("…"));
  EXPECT_TRUE(snippet.text.ends_with("…"));
}

TEST(Snippet, MarksWordsAsTheyAreWritten) {
  const SnippetText snippet = make_snippet("Collega's en de Coördinator van B & W.",
                                           {"collegas", "coordinator", "benw"});
  EXPECT_EQ(marked(snippet), Marked({"Collega's", "Coördinator", "B & W"}));
}

TEST(Snippet, IsEmptyForATextWithoutWords) {
  EXPECT_EQ(make_snippet("", {"raad"}).text, "");
  EXPECT_EQ(make_snippet("?! …", {"raad"}).text, "");
}

TEST(Snippet, StartsAtTheBeginningWhenNothingIsFound) {
  const SnippetText snippet = make_snippet("Eerst dit. " + std::string(400, 'x'), {"raad"});
  EXPECT_EQ(snippet.text, "Eerst dit…");
  EXPECT_TRUE(snippet.highlights.empty());
}

TEST(Snippet, IsAbout160BytesAtWordBordersForAnyText) {
  std::mt19937 random(8);
  const std::vector<std::string> words = {"raad", "coördinatie", "één", "wijk", "op", "😀", "–", "regels"};
  for (int i = 0; i < 500; ++i) {
    std::string text;
    for (std::size_t left = random() % 200; left > 0; --left) {
      text += words[random() % words.size()] + (random() % 9 == 0 ? "\n\n" : " ");
    }
    const SnippetText snippet = make_snippet(text, {"raad", "wijk"});
    ASSERT_LE(snippet.text.size(), 200u);
    ASSERT_TRUE(is_valid_utf8(snippet.text));
    ASSERT_EQ(snippet.text.find("  "), std::string::npos);
    for (const std::string& word : marked(snippet)) ASSERT_TRUE(word == "raad" || word == "wijk") << word;
    if (text.find("raad") != std::string::npos) {
      ASSERT_FALSE(snippet.highlights.empty()) << text;
    }
  }
}

}  // namespace
}  // namespace landkaart
