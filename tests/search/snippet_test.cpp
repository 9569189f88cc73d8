// SPDX-License-Identifier: EUPL-1.2
#include "core/search/snippet.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "core/text/tokenizer.h"
#include "core/text/utf8.h"

namespace landkaart {
namespace {

// A text in which the lemma of each word is the word itself.
AnalysedText analysed(std::string_view text) {
  return analyse_text(std::string(text), [](const std::string& word) {
    return AnalysedWord{word, {}};
  });
}

SnippetText make_snippet(std::string_view whole, const std::vector<std::string>& words,
                         std::size_t length = 160) {
  const AnalysedText text = analysed(whole);
  std::vector<std::size_t> answers;
  for (const TextWord& word : text.words) {
    const auto found = std::ranges::find(words, word.lemma, word_key);
    answers.push_back(found == words.end() ? kNoWord
                                           : static_cast<std::size_t>(found - words.begin()));
  }
  return landkaart::make_snippet(text, answers, words.size(), length);
}

using Marked = std::vector<std::string>;

Marked marked(const SnippetText& snippet) {
  Marked words;
  for (const auto& [begin, end] : snippet.highlights) {
    words.push_back(snippet.text.substr(begin, end - begin));
  }
  return words;
}

TEST(Snippet, ShowsAllOfAShortText) {
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
  const SnippetText snippet =
      make_snippet("Collega's en de Coördinator van B & W.", {"collegas", "coordinator", "benw"});
  EXPECT_EQ(marked(snippet), Marked({"Collega's", "Coördinator", "B & W"}));
}

TEST(Snippet, IsEmptyForATextWithoutWords) {
  EXPECT_EQ(make_snippet("", {"raad"}).text, "");
  EXPECT_EQ(make_snippet("?! …", {"raad"}).text, "");
}

TEST(Snippet, StartsAtTheBeginningOfATextWithoutWordsOfTheQuery) {
  const SnippetText snippet = make_snippet("Eerst dit. " + std::string(400, 'x'), {"raad"});
  EXPECT_EQ(snippet.text, "Eerst dit…");
  EXPECT_TRUE(snippet.highlights.empty());
}

TEST(Snippet, HasAtMost200BytesOfWholeLettersForAnyText) {
  std::mt19937 random(8);
  const std::vector<std::string> words = {"raad", "coördinatie", "één", "wijk",
                                          "op",   "😀",           "–",   "regels"};
  for (int i = 0; i < 500; ++i) {
    std::string text;
    for (std::size_t left = random() % 200; left > 0; --left) {
      text += words[random() % words.size()] + (random() % 9 == 0 ? "\n\n" : " ");
    }
    const SnippetText snippet = make_snippet(text, {"raad", "wijk"});
    ASSERT_LE(snippet.text.size(), 200u);
    ASSERT_TRUE(is_valid_utf8(snippet.text));
    ASSERT_EQ(snippet.text.find("  "), std::string::npos);
    for (const std::string& word : marked(snippet))
      ASSERT_TRUE(word == "raad" || word == "wijk") << word;
    if (text.find("raad") != std::string::npos) {
      ASSERT_FALSE(snippet.highlights.empty()) << text;
    }
  }
}

TEST(Snippet, CutsAWordThatIsLongerThanASnippet) {
  const SnippetText snippet = make_snippet(std::string(10'000, 'x'), {std::string(64, 'x')});
  EXPECT_EQ(snippet.text, std::string(160, 'x') + "…");
  EXPECT_EQ(marked(snippet), Marked({std::string(160, 'x')}));
}

TEST(Snippet, LeavesOutPunctuationThatIsLongerThanASnippet) {
  const std::string signs(10'000, '=');
  EXPECT_EQ(make_snippet(signs + " raad " + signs, {"raad"}).text, "…raad…");
}

TEST(Snippet, MarksOnlyWordsOfTheQueryInsideItsText) {
  const std::vector<std::string> pieces = {"raad",
                                           "Raad’s",
                                           "wijk",
                                           "één",
                                           "B & W",
                                           " ",
                                           "\n\n",
                                           "  ",
                                           "…",
                                           "😀",
                                           "\t",
                                           "–",
                                           "- ",
                                           "e\u0301",
                                           "日本",
                                           ".",
                                           "\xff",
                                           std::string(300, 'w'),
                                           std::string(300, '*')};
  const std::vector<std::string> words = {"raad", "raads", "een",
                                          "benw", "e",     std::string(64, 'w')};
  std::mt19937 random(9);
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (std::size_t left = random() % 60; left > 0; --left)
      text += pieces[random() % pieces.size()];
    const SnippetText snippet = make_snippet(text, words);
    ASSERT_LE(snippet.text.size(), 160 + 2 * std::string_view("…").size()) << text;
    ASSERT_EQ(snippet.text.find('\n'), std::string::npos);
    ASSERT_TRUE(is_valid_utf8(snippet.text) || !is_valid_utf8(text)) << text;
    std::uint32_t previous = 0;
    for (const auto& [begin, end] : snippet.highlights) {
      ASSERT_LE(previous, begin);
      ASSERT_LT(begin, end);
      ASSERT_LE(end, snippet.text.size());
      Token token;
      ASSERT_TRUE(Tokenizer(std::string_view(snippet.text).substr(begin, end - begin)).next(token));
      ASSERT_NE(std::ranges::find(words, token.folded), words.end()) << token.folded;
      previous = end;
    }
  }
}

TEST(Snippet, PrefersTwoWordsOfTheQueryToOneThatIsRepeated) {
  std::string text = "raad raad raad raad raad. ";
  for (int i = 0; i < 60; ++i) text += "Daarna komt er nog veel meer tekst. ";
  text += "De raad kiest de regels.";
  EXPECT_EQ(marked(make_snippet(text, {"raad", "regels"})), Marked({"raad", "regels"}));
}

TEST(Snippet, CutsALongWordBetweenTwoLetters) {
  std::string word;
  for (int i = 0; i < 200; ++i) word += "é";  // 2 bytes each
  for (const std::size_t length : {159u, 160u, 161u}) {
    const SnippetText snippet = make_snippet(word, {}, length);
    EXPECT_TRUE(is_valid_utf8(snippet.text)) << length;
    EXPECT_EQ(snippet.text.size(), length / 2 * 2 + std::string_view("…").size());
  }
}

TEST(Snippet, ShowsTwoWordsThatAre100BytesApart) {
  std::string filler;
  for (int i = 0; i < 10; ++i) filler += "vulling en ";  // 110 bytes
  const std::string text = filler + filler + "raad " + filler + "regels " + filler + filler;
  EXPECT_EQ(marked(make_snippet(text, {"raad", "regels"})), Marked({"raad", "regels"}));
}

TEST(Snippet, ShowsTheEarliestOfEqualPassages) {
  std::string filler;
  for (int i = 0; i < 30; ++i) filler += "vulling en ";  // 330 bytes
  const std::string text = filler + "eerste raad " + filler + "tweede raad " + filler;
  EXPECT_NE(make_snippet(text, {"raad"}).text.find("eerste"), std::string::npos);
}

TEST(Snippet, CountsAWordThatOccursTwiceInAWindowUntilBothAreLeft) {
  std::string filler;
  for (int i = 0; i < 8; ++i) filler += "vulling en ";  // 88 bytes
  // The first two words fit in one window, and so do the last two.
  const std::string text = "raad " + filler + "raad " + filler + "regels " + filler + filler;
  EXPECT_EQ(marked(make_snippet(text, {"raad", "regels"})), Marked({"raad", "regels"}));
}

TEST(Snippet, IncludesPunctuationAtBothEndsOfTheTextWhenItFits) {
  const std::string text = "(raad) wijk.";  // the first word begins at byte 1, the last ends at 11
  EXPECT_EQ(make_snippet(text, {"raad"}, 12).text, "(raad) wijk.");
  EXPECT_EQ(make_snippet(text, {"raad"}, 11).text, "(raad) wijk…");
  EXPECT_EQ(make_snippet(text, {"raad"}, 10).text, "…raad) wijk…");
  EXPECT_EQ(make_snippet("raad wijk.", {"raad"}, 10).text, "raad wijk.");
}

TEST(Snippet, GivesAThirdOfTheFreeBytesToTheWordsBefore) {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "aa ";
  text += "raad";
  for (int i = 0; i < 20; ++i) text += " bb";
  // "raad" takes 4 of the 22 bytes. Of the 18 free bytes 6 go to two words before "raad" and 12 to
  // four words after it.
  EXPECT_EQ(make_snippet(text, {"raad"}, 22).text, "…aa aa raad bb bb bb bb…");
  EXPECT_EQ(make_snippet(text, {"raad"}, 21).text, "…aa raad bb bb bb bb…");
}

TEST(Snippet, ShowsMoreWordsBeforeWhenTheTextEnds) {
  EXPECT_EQ(make_snippet("aa aa aa aa aa aa raad bb", {"raad"}, 16).text, "…aa aa aa raad bb");
  EXPECT_EQ(make_snippet("aa aa aa aa aa aa raad bb", {"raad"}, 15).text, "…aa aa raad bb");
}

TEST(Snippet, DropsARepeatedWordAtTheBeginningOfAPassage) {
  std::string filler;
  for (int i = 0; i < 12; ++i) filler += "vul ";  // 48 bytes
  const std::string text = filler + "raad " + filler + "raad regels " + filler + filler;
  // The window from the first "raad" to "regels" takes 64 bytes.
  EXPECT_EQ(marked(make_snippet(text, {"raad", "regels"}, 64)), Marked({"raad", "regels"}));
}

TEST(Snippet, PrefersThePassageWithMoreMarkedWords) {
  std::string filler;
  for (int i = 0; i < 12; ++i) filler += "vul ";
  const std::string text = filler + "een raad " + filler + "twee raad raad " + filler;
  EXPECT_EQ(marked(make_snippet(text, {"raad"}, 30)), Marked({"raad", "raad"}));
}

TEST(Snippet, FitsAWindowOfExactlyItsLength) {
  const std::string text = "vul vul raad vul regels vul vul";
  EXPECT_EQ(marked(make_snippet(text, {"raad", "regels"}, 15)), Marked({"raad", "regels"}));
  EXPECT_EQ(marked(make_snippet(text, {"raad", "regels"}, 14)), Marked({"raad"}));
}

}  // namespace
}  // namespace landkaart
