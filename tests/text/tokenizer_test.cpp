// SPDX-License-Identifier: EUPL-1.2
#include "core/text/tokenizer.h"

#include <random>

#include <gtest/gtest.h>

#include "core/text/utf8.h"
#include "landkaart/limits.h"

namespace landkaart {
namespace {

using Words = std::vector<std::string>;

std::vector<Token> tokens(std::string_view text) {
  std::vector<Token> tokens;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) tokens.push_back(token);
  return tokens;
}

Words words(std::string_view text) {
  Words words;
  for (const Token& token : tokens(text)) words.push_back(token.folded);
  return words;
}

TEST(Tokenizer, SplitsAtSpacesAndSigns) {
  EXPECT_EQ(words("Wie belt, vandaag nog, de griffie?"),
            Words({"wie", "belt", "vandaag", "nog", "de", "griffie"}));
  EXPECT_EQ(words("a/b;c_d"), Words({"a", "b", "c", "d"}));
  EXPECT_EQ(words(""), Words());
  EXPECT_EQ(words(" ?! … 🙂"), Words());
  EXPECT_EQ(words("㎏"), Words()) << "Unicode classifies this character as a symbol";
}

TEST(Tokenizer, RemovesAccentsAndCapitals) {
  EXPECT_EQ(words("Één CREATIËVE façade"), Words({"een", "creatieve", "facade"}));
  EXPECT_EQ(words("Ærø Łódź Straße ﬁets ÅNGSTRÖM"),
            Words({"aero", "lodz", "strasse", "fiets", "angstrom"}));
}

TEST(Tokenizer, FoldsComposedAndDecomposedLettersAlike) {
  EXPECT_EQ(words("cafe\u0301 co\u00f6rdinatie coo\u0308rdinatie"),
            Words({"cafe", "coordinatie", "coordinatie"}));
  EXPECT_EQ(words("\u0301 \u0308"), Words()) << "combining marks alone are not a word";
}

TEST(Tokenizer, RemovesApostrophesInsideWords) {
  const Words collegas{"collegas"};
  for (const char* text : {"collegas", "collega's", "collega’s", "collega‘s", "collega`s",
                           "collega´s", "Collega\u02bcs"}) {
    EXPECT_EQ(words(text), collegas) << text;
  }
  EXPECT_EQ(words("'s-Gravenhage"), Words({"sgravenhage"}));
  EXPECT_EQ(words("zo'n 'citaat' ''t"), Words({"zon", "citaat", "t"}));
}

TEST(Tokenizer, JoinsThePartsOfAWordWithAHyphen) {
  EXPECT_EQ(words("co-creatie co\u2010creatie co\u2011creatie co\u00adcreatie"),
            Words(4, "cocreatie"));
  EXPECT_EQ(words("e-mail- en -adres co--creatie"),
            Words({"email", "en", "adres", "co", "creatie"}));
}

TEST(Tokenizer, SplitsNumbersAtAHyphen) {
  EXPECT_EQ(words("2020-2021"), Words({"2020", "2021"}));
  EXPECT_EQ(words("covid-19 5-jarig"), Words({"covid", "19", "5", "jarig"}));
}

TEST(Tokenizer, ReadsMayorAndAldermenAsOneWord) {
  for (const char* text : {"B&W", "B & W", "b en w", "BenW", "b  &w", "B en W"}) {
    EXPECT_EQ(words(text), Words({"benw"})) << text;
  }
  EXPECT_EQ(words("R&D"), Words({"rend"}));
}

TEST(Tokenizer, DoesNotReadOtherWordsAsMayorAndAldermen) {
  EXPECT_EQ(words("b en wie"), Words({"b", "en", "wie"}));
  EXPECT_EQ(words("a en w"), Words({"a", "en", "w"}));
  EXPECT_EQ(words("B & wethouders"), Words({"b", "wethouders"}));
  EXPECT_EQ(words("groep & b"), Words({"groep", "b"}));
  EXPECT_EQ(words("b en"), Words({"b", "en"}));
  EXPECT_EQ(words("b &"), Words({"b"}));
}

TEST(Tokenizer, CountsPositionsInWords) {
  const std::vector<Token> found = tokens("Het college van B & W, én de raad");
  ASSERT_EQ(found.size(), 7u);
  for (std::uint32_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i].position, i);
  EXPECT_EQ(found[3].folded, "benw");
}

TEST(Tokenizer, ReportsTheBytesOfEachWord) {
  const std::string_view text = "…’ Collega’s! B & W ‘één’";
  Words found;
  for (const Token& token : tokens(text)) {
    found.emplace_back(text.substr(token.begin, token.end - token.begin));
  }
  EXPECT_EQ(found, Words({"Collega’s", "B & W", "één"}));
}

TEST(Tokenizer, TruncatesAWordTo64BytesBetweenCodePoints) {
  EXPECT_EQ(words(std::string(200, 'A')), Words({std::string(64, 'a')}));
  std::string japanese;
  for (int i = 0; i < 30; ++i) japanese += "日";
  EXPECT_EQ(words(japanese), Words({japanese.substr(0, 63)}));
}

TEST(Tokenizer, ReadsInvalidUtf8AsASeparator) {
  EXPECT_EQ(words("een\xfftwee \xc3 drie\xe2\x82"), Words({"een", "twee", "drie"}));
}

TEST(Tokenizer, FoldsAFoldedWordToItself) {
  for (const char* text : {"Collega's", "ÉÉN", "İstanbul", "ǅ", "ﬃ", "ª", "Ω", "ẞ", "½"}) {
    const Words folded = words(text);
    EXPECT_FALSE(folded.empty()) << text;
    for (const std::string& word : folded) EXPECT_EQ(words(word), Words({word})) << text;
  }
}

TEST(Tokenizer, ReturnsOrderedDisjointWordsForAnyBytes) {
  constexpr std::string_view kPieces[] = {"a",      "B",    "é", "e\u0301", "'", "’",
                                          "-",      "&",    " ", "\xff",    "9", "日",
                                          "\u0301", " en ", "w", "\xe2",    "\n"};
  std::size_t count = 0;
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto left = random() % 12; left > 0; --left)
      text += kPieces[random() % std::size(kPieces)];
    std::uint32_t end = 0;
    for (const Token& token : tokens(text)) {
      ASSERT_LE(end, token.begin) << text;
      ASSERT_LT(token.begin, token.end) << text;
      ASSERT_LE(token.end, text.size()) << text;
      ASSERT_FALSE(token.folded.empty()) << text;
      ASSERT_LE(token.folded.size(), limits::kTermBytes) << text;
      ASSERT_TRUE(is_valid_utf8(token.folded)) << text;
      end = token.end;
      ++count;
    }
  }
  EXPECT_GT(count, 20'000u) << "most of the random texts must have words";
}

TEST(Folding, SkipsSpacesAndSigns) {
  std::string folded;
  append_folded(folded, "Collega's, één!");
  EXPECT_EQ(folded, "collegaseen");
}

}  // namespace
}  // namespace landkaart
