// SPDX-License-Identifier: EUPL-1.2
#include "core/search/ranking.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/text/tokenizer.h"
#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

using testing::BuiltIndex;
using testing::Documents;
using testing::random_documents;

struct FieldCount {
  double frequency = 0;
  std::uint32_t length = 0;
};

FieldCount count_in(const std::string& text, const std::string& word) {
  FieldCount count;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token); ++count.length) count.frequency += token.folded == word;
  return count;
}

// The formula of the specification, written down plainly.
double score_by_hand(const Documents& documents, const SearchHeader& header, std::size_t document,
                     const std::vector<std::string>& words) {
  const auto number = static_cast<double>(documents.size());
  double score = 0;
  for (const std::string& word : words) {
    double holders = 0;
    for (const auto& other : documents) {
      bool holds = false;
      for (const std::string& text : other) holds |= count_in(text, word).frequency > 0;
      holders += holds;
    }
    double frequency = 0;
    for (std::size_t f = 0; f < header.fields.size(); ++f) {
      const SearchField& field = header.fields[f];
      const FieldCount count = count_in(documents[document][f], word);
      const double average = std::max(1.0, static_cast<double>(field.total_length) / number);
      const double length = length_of_code(length_code(count.length));
      frequency += field.weight * count.frequency /
                   (1 - field.length_weight + field.length_weight * length / average);
    }
    score += std::log(1 + (number - holders + 0.5) / (holders + 0.5)) * (header.saturation + 1) *
             frequency / (header.saturation + frequency);
  }
  return score;
}

TEST(Ranking, ScoresAsTheSpecificationSays) {
  const Documents documents = random_documents(7, 150, 2);
  const BuiltIndex built(documents);
  const Query query{{"w3", "w17", "w120", "nergens"}, {}};
  const auto scored = score_all(*built.index, query, {});
  ASSERT_GT(scored.size(), 20u);
  for (const ScoredDocument& hit : scored) {
    EXPECT_NEAR(
        hit.score,
        score_by_hand(documents, built.index->header(), hit.document, {"w3", "w17", "w120"}), 1e-9);
  }
}

TEST(Ranking, KeepsTheBestByScoreAndThenByDocument) {
  std::vector<ScoredDocument> documents = {{9, 1.0}, {2, 3.0}, {5, 1.0}, {1, 2.0}};
  keep_best(documents, 3);
  ASSERT_EQ(documents.size(), 3u);
  EXPECT_EQ(documents[0].document, 2u);
  EXPECT_EQ(documents[1].document, 1u);
  EXPECT_EQ(documents[2].document, 5u);
  keep_best(documents, 100);
  EXPECT_EQ(documents.size(), 3u);
}

TEST(Ranking, MatchesAnyOrAllWordsAndLeavesOutTheExcluded) {
  const BuiltIndex built({{"raad regels"}, {"raad"}, {"regels wijk"}, {"markt"}});
  const auto matching = [&](const Query& query, bool all) {
    std::vector<std::uint32_t> documents;
    for (const auto& hit : score_all(*built.index, query, {all, {}}))
      documents.push_back(hit.document);
    return documents;
  };
  using Numbers = std::vector<std::uint32_t>;
  EXPECT_EQ(matching({{"raad", "regels"}, {}}, false), Numbers({0, 1, 2}));
  EXPECT_EQ(matching({{"raad", "regels"}, {}}, true), Numbers({0}));
  EXPECT_EQ(matching({{"raad", "nergens"}, {}}, true), Numbers());
  EXPECT_EQ(matching({{"raad", "regels"}, {"wijk"}}, false), Numbers({0, 1}));
  EXPECT_EQ(matching({{}, {"wijk"}}, false), Numbers());
}

TEST(Ranking, PutsARareWordAboveACommonOne) {
  const BuiltIndex built({{"raad"}, {"raad"}, {"raad"}, {"griffie"}});
  auto scored = score_all(*built.index, {{"raad", "griffie"}, {}}, {});
  keep_best(scored, 1);
  EXPECT_EQ(scored[0].document, 3u);
}

}  // namespace
}  // namespace landkaart
