// SPDX-License-Identifier: EUPL-1.2
#include "core/search/analysed_text.h"

#include <gtest/gtest.h>

#include "landkaart/limits.h"

namespace landkaart {
namespace {

AnalysedText analysed() {
  return analyse_text("Raadsleden én onbekenden: raadsleden", [](const std::string& word) {
    if (word == "raadsleden") return AnalysedWord{"raadslid", {"raad", "lid"}};
    if (word == "en") return AnalysedWord{"en", {}};
    return AnalysedWord{};
  });
}

TEST(AnalysedText, HasThePlaceAndTheLemmaOfEachWord) {
  const AnalysedText text = analysed();
  ASSERT_EQ(text.words.size(), 4u);
  EXPECT_EQ(text.words[1].begin, 11u);
  EXPECT_EQ(text.words[1].end, 14u) << "in bytes";
  EXPECT_EQ(text.words[0].lemma, word_key("raadslid"));
  EXPECT_EQ(text.words[3].lemma, word_key("raadslid"));
  EXPECT_EQ(text.words[1].form, word_key("en")) << "folded";
  EXPECT_EQ(text.words[2].lemma, kUnknownWord);
}

TEST(AnalysedText, HasThePartsOfCompounds) {
  const AnalysedText text = analysed();
  ASSERT_EQ(text.parts.size(), 4u);
  EXPECT_EQ(text.parts[1].word, 0u);
  EXPECT_EQ(text.parts[1].lemma, word_key("lid"));
  EXPECT_EQ(text.parts[2].word, 3u);
}

TEST(AnalysedText, ReturnsTheFoldedFormOfAWord) {
  const AnalysedText text = analysed();
  EXPECT_EQ(text.folded(text.words[0]), "raadsleden");
  EXPECT_EQ(text.folded(text.words[1]), "en");
}

TEST(AnalysedText, FoldsAWordAsItWasGivenToTheDictionary) {
  std::vector<std::string> asked;
  const AnalysedText text =
      analyse_text("B & W; " + std::string(100, 'a'), [&](const std::string& word) {
        asked.push_back(word);
        return AnalysedWord{};
      });
  ASSERT_EQ(text.words.size(), 2u);
  EXPECT_EQ(text.folded(text.words[0]), asked[0]);
  EXPECT_EQ(text.folded(text.words[1]), asked[1]) << "a word is cut after 64 bytes";
}

TEST(AnalysedText, HasAtMost65536Words) {
  std::string text;
  for (std::size_t i = 0; i <= kMostTextWords; ++i) text += "raadsleden ";
  const AnalysedText analysed = analyse_text(text, [](const std::string&) {
    return AnalysedWord{"raadslid", std::vector<std::string>(limits::kFormParts, "raad")};
  });
  EXPECT_EQ(analysed.words.size(), kMostTextWords);
  EXPECT_EQ(analysed.parts.size(), kMostTextWords * limits::kFormParts);
  EXPECT_LE(analysed.bytes() - text.size(), 18u << 20);
}

}  // namespace
}  // namespace landkaart
