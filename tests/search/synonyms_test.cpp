// SPDX-License-Identifier: EUPL-1.2
#include "core/search/synonyms.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/search/query_planner.h"
#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view kGroups =
    R"([{"term": "inwoner", "equal": ["burger", "de w31"], "related": ["buurt"]}])";

std::vector<Words> found(const Synonyms& synonyms, const Words& lemmas, bool equal) {
  std::vector<Words> words;
  for (const Synonym& synonym : synonyms.find(lemmas)) {
    if (synonym.is_equal == equal) words.push_back(synonym.words);
  }
  return words;
}

TEST(Synonyms, FindEachOtherWhenTheyAreEqual) {
  const testing::BuiltIndex built({{"inwoner burger"}});
  const Synonyms synonyms(kGroups, *built.index);
  EXPECT_EQ(found(synonyms, {"inwoner"}, true), std::vector<Words>({{"burger"}, {"de", "w31"}}));
  EXPECT_EQ(found(synonyms, {"burger"}, true), std::vector<Words>({{"inwoner"}, {"de", "w31"}}));
}

TEST(Synonyms, FindRelatedWordsButAreNotFoundByThem) {
  const testing::BuiltIndex built({{"inwoner buurt"}});
  const Synonyms synonyms(kGroups, *built.index);
  EXPECT_EQ(found(synonyms, {"burger"}, false), std::vector<Words>({{"buurt"}}));
  EXPECT_TRUE(synonyms.find(Words{"buurt"}).empty());
}

TEST(Synonyms, AreFoundByARelatedWordThatNoItemContains) {
  const testing::BuiltIndex built({{"inwoner"}});
  const Synonyms synonyms(kGroups, *built.index);
  EXPECT_EQ(found(synonyms, {"buurt"}, false), std::vector<Words>({{"inwoner"}}));
  EXPECT_TRUE(found(synonyms, {"buurt"}, true).empty());
}

TEST(Synonyms, AreFoundByLemmasInAnyOrder) {
  const testing::BuiltIndex built({{"de w31"}}, testing::small_analysis());
  const Synonyms synonyms(kGroups, *built.index);
  EXPECT_FALSE(synonyms.find(Words{"w3", "de"}).empty());
}

TEST(Synonyms, AreFoundForAWordThatIsSpeltNearlyTheSame) {
  const testing::BuiltIndex built({{"iets"}});
  const Synonyms synonyms(kGroups, *built.index);
  EXPECT_EQ(synonyms.nearest("inwonerr"), "inwoner");
  EXPECT_EQ(synonyms.nearest("raad"), "");
}

TEST(Synonyms, OfAMisspeltWordWeighLessThanTheCorrectWord) {
  // The correct word, "inwoner", is common; its synonym is rare.
  testing::Documents documents(20, {"inwoner"});
  documents.push_back({"burger"});
  const testing::BuiltIndex built(documents);
  const Synonyms synonyms(kGroups, *built.index);
  const Query query = parse_query("inwonner", {});
  const QueryPlan plan =
      plan_query(query, *built.index, Scoring(*built.index), {false, false, &synonyms});
  double meant = 0, others = 0;
  for (const Alternative& alternative : plan.groups.at(0).alternatives) {
    const bool is_meant = alternative.words.front().term.lemma == "inwoner";
    double& most = is_meant ? meant : others;
    most = std::max(most, alternative.weight);
  }
  EXPECT_GT(meant, others);
  EXPECT_GT(others, 0);
}

TEST(Synonyms, AreFoundForAWordWithManyCompletions) {
  testing::Documents documents = {{"inwoner"}, {"burger"}};
  for (int i = 0; i < 100; ++i) documents.push_back({"inwoner" + std::to_string(i)});
  const testing::BuiltIndex built(documents);
  const Synonyms synonyms(kGroups, *built.index);
  const QueryPlan plan = plan_query(parse_query("inwoner"), *built.index, Scoring(*built.index),
                                    {false, true, &synonyms});
  EXPECT_TRUE(std::ranges::any_of(plan.groups.at(0).alternatives, [](const Alternative& each) {
    return each.sort == MatchSort::synonym && each.words.front().term.lemma == "burger";
  }));
}

TEST(Synonyms, AreNoneWhenTheSectionHasNoGroups) {
  const testing::BuiltIndex built({{"iets"}});
  for (const std::string_view json : {"", "{}", "[1, {\"term\": 3}, {\"equal\": 1}]"}) {
    EXPECT_TRUE(Synonyms(json, *built.index).find(Words{"inwoner"}).empty());
  }
}

}  // namespace
}  // namespace landkaart
