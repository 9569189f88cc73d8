// SPDX-License-Identifier: EUPL-1.2
#include "core/search/phrase_texts.h"

#include <gtest/gtest.h>

namespace landkaart {
namespace {

// Whether a phrase is in a text; `words` are its words, each with its offset in the phrase.
bool occurs_in(std::string text, const std::vector<std::pair<std::string, std::uint32_t>>& words) {
  const ReadField read = [&](std::uint32_t document, std::size_t field) {
    EXPECT_EQ(document, 3u);
    EXPECT_EQ(field, 1u);
    return std::make_shared<const AnalysedText>(analyse_text(text, [](const std::string& word) {
      return AnalysedWord{word, {}};
    }));
  };
  std::vector<PhraseWord> phrase;
  for (const auto& [word, offset] : words) phrase.push_back({word_key(word), offset});
  const PhraseTexts texts(std::move(phrase), read);
  return texts.occurs_in(*texts.read(3, 1));
}

TEST(PhraseTexts, FindsThePhraseAnywhereInTheText) {
  EXPECT_TRUE(occurs_in("de raad besluit", {{"de", 0}, {"raad", 1}}));
  EXPECT_TRUE(occurs_in("de raad besluit", {{"raad", 0}, {"besluit", 1}}));
  EXPECT_TRUE(occurs_in("raad", {{"raad", 0}}));
}

TEST(PhraseTexts, WantsEachWordAtItsOffset) {
  EXPECT_FALSE(occurs_in("de raad besluit", {{"raad", 0}, {"de", 1}}));
  EXPECT_FALSE(occurs_in("de raad besluit", {{"de", 0}, {"besluit", 1}}));
  EXPECT_TRUE(occurs_in("de raad besluit", {{"de", 0}, {"besluit", 2}}));
  EXPECT_TRUE(occurs_in("de raad besluit", {{"besluit", 2}, {"de", 0}})) << "in any order";
  EXPECT_FALSE(occurs_in("de raad", {{"raad", 0}, {"besluit", 1}})) << "the text ends";
  EXPECT_FALSE(occurs_in("", {{"raad", 0}}));
}

}  // namespace
}  // namespace landkaart
