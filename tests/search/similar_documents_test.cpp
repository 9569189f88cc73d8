// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

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

// The cosine of two tf-idf vectors, times 1000. Each vector has one weight for each
// word: log2(documents / document frequency) * log2(1 + count), or 0 for a word it lacks.
double per_mille(const std::vector<double>& a, const std::vector<double>& b) {
  double product = 0;
  double norm_a = 0;
  double norm_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    product += a[i] * b[i];
    norm_a += a[i] * a[i];
    norm_b += b[i] * b[i];
  }
  return 1000 * product / std::sqrt(norm_a * norm_b);
}

TEST(SimilarDocuments, HaveTheCosineOfTheirVectors) {
  const Documents documents =
      among_others({{"lamp lamp lamp tunnel"}, {"lamp tunnel raad"}, {"raad tunnel"}, {"raad"}});
  const double lamp = std::log2(24.0 / 2);
  const double tunnel = std::log2(24.0 / 3);
  const double raad = std::log2(24.0 / 3);
  const std::vector<double> first = {lamp * 2, tunnel, 0};
  const std::vector<double> second = {lamp, tunnel, raad};
  const std::vector<double> third = {0, tunnel, raad};
  const auto found = build_sections(documents, 1).similar[0];
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].document, 1u);
  EXPECT_EQ(found[1].document, 2u);
  // The index computes in whole numbers, so its result differs by a few per mille at most.
  EXPECT_NEAR(found[0].per_mille, per_mille(first, second), 3);
  EXPECT_NEAR(found[1].per_mille, per_mille(first, third), 3);
}

TEST(SimilarDocuments, AreOrderedByNumberWhenTheyAreEquallySimilar) {
  const auto found =
      build_sections(among_others({{"lamp"}, {"lamp"}, {"lamp"}, {"lamp"}}), 1).similar[1];
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].document, 0u);
  EXPECT_EQ(found[1].document, 2u);
  EXPECT_EQ(found[2].document, 3u);
}

TEST(SimilarDocuments, ShareNoWordThatIsInMoreThanAQuarterOfTheDocuments) {
  // Of 26 documents, at most 26 / 4 + 1 = 7 may have the word.
  const auto similar_of = [](std::size_t holders) {
    Documents documents(holders, {"lamp"});
    for (std::size_t i = holders; i < 26; ++i) documents.push_back({"vulling" + std::to_string(i)});
    return build_sections(documents, 1).similar[0].size();
  };
  EXPECT_EQ(similar_of(7), 6u);
  EXPECT_EQ(similar_of(8), 0u);
}

TEST(SimilarDocuments, AreAtMostTwelve) {
  Documents documents(15, {"lamp"});
  for (int i = 0; i < 60; ++i) documents.push_back({"vulling" + std::to_string(i)});
  EXPECT_EQ(build_sections(documents, 1).similar[0].size(), 12u);
}

// The number of documents that are similar to a document by "lamp", the least rare of its words.
// The document has `others` rarer words.
std::size_t similar_by_the_last_of(int others) {
  Documents documents = {{"lamp"}, {"lamp"}, {"lamp"}};
  for (int i = 0; i < others; ++i) {
    documents[0][0] += " zeldzaam" + std::to_string(i);
    const std::string own =
        " a" + std::to_string(i) + " b" + std::to_string(i) + " c" + std::to_string(i);
    documents.push_back(
        {"zeldzaam" + std::to_string(i) + own});  // a quarter of its vector is shared
    documents.push_back({own});
  }
  const auto similar = build_sections(documents, 1).similar[0];
  return static_cast<std::size_t>(std::ranges::count_if(
      similar, [](const SimilarDocument& each) { return each.document < 3; }));
}

TEST(SimilarDocuments, AreFoundByThe24MostDistinctiveWords) {
  EXPECT_EQ(similar_by_the_last_of(23), 2u);
  EXPECT_EQ(similar_by_the_last_of(24), 0u);
}

std::vector<std::string> shared(const BuiltIndex& built, std::string_view first,
                                std::string_view second, std::uint32_t least = 1,
                                std::size_t most = 9) {
  return shared_words(words(built, first), words(built, second), built.index->header().documents,
                      least, most);
}

TEST(SharedWords, HaveAtLeastFourBytes) {
  const BuiltIndex built(among_others({{"raad dag lid"}}));
  EXPECT_EQ(shared(built, "raad dag lid", "raad dag lid"), std::vector<std::string>{"raad"});
}

TEST(SharedWords, AreInAtMostAQuarterOfTheDocuments) {
  Documents documents(8, {"raad"});
  documents[0] = {"raad lamp"};
  for (std::size_t i = 1; i < 7; ++i) documents[i][0] += " lamp";
  for (std::size_t i = 8; i < 26; ++i) documents.push_back({"vulling"});
  // The limit is 26 / 4 + 1 = 7 documents: "lamp" is in 7 and counts, "raad" is in 8 and does not.
  const BuiltIndex built(documents);
  EXPECT_EQ(shared(built, "raad lamp", "raad lamp"), std::vector<std::string>{"lamp"});
}

TEST(SharedWords, CountAtMostFourOccurrences) {
  const BuiltIndex built(among_others({{"zwaar adel"}}));
  const std::string three = "adel adel adel ";
  const std::string four = "zwaar zwaar zwaar zwaar ";
  using Words = std::vector<std::string>;
  EXPECT_EQ(shared(built, three + four, three + four), Words({"zwaar", "adel"}));
  EXPECT_EQ(shared(built, three + "adel zwaar " + four, three + "adel zwaar " + four),
            Words({"adel", "zwaar"}))
      << "4 and 5 occurrences count alike, so the words are in alphabetical order";
}

TEST(SharedWords, AreOrderedByRarityTimesFrequency) {
  Documents documents = among_others({{"rare"}});
  for (int i = 0; i < 4; ++i) documents[5 + i][0] += " common";
  const BuiltIndex built(documents);
  // rare: log2(22 / 1) * log2(1 + 1) = 4.46; common: log2(22 / 4) = 2.46 times log2(1 + count).
  const std::string twice = "rare common common";
  const std::string thrice = twice + " common";
  using Words = std::vector<std::string>;
  EXPECT_EQ(shared(built, twice, twice), Words({"rare", "common"}));
  EXPECT_EQ(shared(built, thrice, thrice), Words({"common", "rare"}));
  EXPECT_EQ(shared(built, thrice, thrice, 1, 1), Words({"common"}));
}

TEST(SharedWords, CountAWordOfAWeightedTextSeveralTimes) {
  const BuiltIndex built(among_others({{"lamp tunnel"}}));
  const std::vector<WeightedText> texts = {{"lamp", 2}, {"tunnel", 1}};
  const DistinctiveWords found = distinctive_words(*built.index, texts);
  EXPECT_EQ(found.at("lamp").count, 2u);
  EXPECT_EQ(found.at("tunnel").count, 1u);
  EXPECT_EQ(found.at("lamp").first, 0u);
  EXPECT_EQ(found.at("tunnel").first, 1u) << "words are numbered through all texts";
}

TEST(SharedWords, AreSpeltAsTheFirstFormOfTheLemma) {
  const BuiltIndex built(among_others({{"w311 w312 w313"}}), testing::small_analysis());
  for (const std::string text : {"W311 w312 w313", "W312 w313 w311", "W313 w311 w312"}) {
    const DistinctiveWords found = words(built, "voor " + text + " w311");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.at("w31").written, text.substr(0, 4));
    EXPECT_EQ(found.at("w31").first, 1u);
    EXPECT_EQ(found.at("w31").count, 4u);
  }
}

}  // namespace
}  // namespace landkaart
