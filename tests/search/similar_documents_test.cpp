// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include <gtest/gtest.h>

#include "core/search/shared_words.h"
#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

using testing::build_sections;
using testing::BuiltIndex;
using testing::Documents;

// Adds twenty documents without common words, so that no word is too common to count (see
// kCommonDivisor).
Documents among_others(Documents documents) {
  for (int i = 0; i < 20; ++i) documents.push_back({"vulling" + std::to_string(i)});
  return documents;
}

TEST(SimilarDocuments, AreThoseThatShareWords) {
  const Documents documents =
      among_others({{"lamp tunnel fiets"}, {"raad motie"}, {"tunnel lamp donker"}, {"motie"}});
  const auto similar = build_sections(documents, 1).similar;
  ASSERT_EQ(similar[0].size(), 1u);
  EXPECT_EQ(similar[0][0].document, 2u);
  ASSERT_EQ(similar[1].size(), 1u);
  EXPECT_EQ(similar[1][0].document, 3u);
  EXPECT_TRUE(similar[5].empty());
}

TEST(SimilarDocuments, HaveASimilarityOf1WhenTheyAreEqual) {
  const auto similar = build_sections(among_others({{"lamp tunnel"}, {"lamp tunnel"}}), 1).similar;
  ASSERT_EQ(similar[0].size(), 1u);
  EXPECT_GE(similar[0][0].per_mille, 990u);
}

TEST(SimilarDocuments, AreMoreSimilarByARareWordThanByACommonOne) {
  const Documents documents = among_others(
      {{"lamp zeldzaam gewoon"}, {"lamp gewoon"}, {"zeldzaam raad"}, {"gewoon"}, {"gewoon"}});
  const auto found = build_sections(documents, 1).similar[0];
  const auto place = [&](std::uint32_t document) {
    return std::ranges::find(found, document, &SimilarDocument::document) - found.begin();
  };
  EXPECT_LT(place(2), place(3));
}

TEST(SimilarDocuments, AreTheSameForAnyNumberOfJobs) {
  const Documents documents = testing::random_documents(9, 1500, 2);
  EXPECT_EQ(build_sections(documents, 1).similar, build_sections(documents, 3).similar);
}

DistinctiveWords words(const BuiltIndex& built, std::string_view text, std::uint32_t weight = 1) {
  const std::vector<WeightedText> texts = {{text, weight}};
  return distinctive_words(*built.index, texts);
}

TEST(SharedWords, AreSpeltAsInTheFirstText) {
  const BuiltIndex built(among_others({{"lamp tunnel raad"}, {"lamp"}}));
  const auto shared = shared_words(words(built, "Lamp en Tunnel en raad"),
                                   words(built, "lamp TUNNEL nergens"), 22, 1, 3);
  EXPECT_EQ(shared, (std::vector<std::string>{"Tunnel", "Lamp"}));
}

TEST(SharedWords, OccurOftenEnoughInBothTexts) {
  const BuiltIndex built(among_others({{"lamp tunnel"}, {"lamp tunnel"}}));
  const auto shared = shared_words(words(built, "lamp lamp tunnel tunnel"),
                                   words(built, "lamp tunnel tunnel"), 22, 2, 3);
  EXPECT_EQ(shared, std::vector<std::string>{"tunnel"});
}

}  // namespace
}  // namespace landkaart
