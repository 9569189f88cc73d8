// SPDX-License-Identifier: EUPL-1.2
#include "core/search/synonyms.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/search/query_planner.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"
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

TEST(Synonyms, NearestIsTheFirstInTheAlphabetOfEquallyNearWords) {
  const testing::BuiltIndex built({{"iets"}});
  for (const std::string_view json : {R"([{"term": "bikker", "equal": ["bakker"]}])",
                                      R"([{"term": "bakker", "equal": ["bikker"]}])"}) {
    EXPECT_EQ(Synonyms(json, *built.index).nearest("bokker"), "bakker");
  }
  const Synonyms nearer(R"([{"term": "inwonende", "equal": ["inwonerd"]}])", *built.index);
  EXPECT_EQ(nearer.nearest("inwonersd"), "inwonerd");
}

TEST(Synonyms, NearestLeavesOutATermWithoutSynonymsAndWordsOfSeveralWords) {
  const testing::BuiltIndex built({{"iets"}});
  const Synonyms synonyms(R"([{"term": "bakker"}, {"term": "slager", "equal": ["mijn vleesman"]}])",
                          *built.index);
  EXPECT_EQ(synonyms.nearest("bakkerr"), "");
  EXPECT_EQ(synonyms.nearest("vleesmann"), "");
  EXPECT_EQ(synonyms.nearest("slagerr"), "slager");
  EXPECT_EQ(synonyms.longest(), 2u);
}

TEST(Synonyms, HaveAtMostSixWords) {
  const testing::BuiltIndex built({{"iets"}});
  const Synonyms synonyms(
      R"([{"term": "inwoner", "equal": ["een twee drie vier vijf zes", "a b c d e f g"]}])",
      *built.index);
  EXPECT_EQ(synonyms.longest(), 6u);
  EXPECT_EQ(found(synonyms, {"inwoner"}, true),
            std::vector<Words>({{"een", "twee", "drie", "vier", "vijf", "zes"}}));
  EXPECT_FALSE(synonyms.find(Words{"een", "twee", "drie", "vier", "vijf", "zes"}).empty());
  EXPECT_TRUE(synonyms.find(Words{"a", "b", "c", "d", "e", "f", "g"}).empty());
}

std::string group_of(std::string_view term, int equal, int related, int first = 0) {
  const auto list = [&](int count) {
    std::string words;
    for (int i = 0; i < count; ++i) {
      words += (i > 0 ? ", \"" : "\"") + ("woord" + std::to_string(first++)) + "\"";
    }
    return "[" + words + "]";
  };
  return "{\"term\": \"" + std::string(term) + "\", \"equal\": " + list(equal) +
         ", \"related\": " + list(related) + "}";
}

TEST(Synonyms, AreAtMost64InAGroup) {
  const testing::BuiltIndex built({{"iets"}});
  const std::string most = "[" + group_of("inwoner", 40, 24) + "]";
  EXPECT_EQ(Synonyms(most, *built.index).find(Words{"inwoner"}).size(), 64u);
  const std::string more = "[" + group_of("inwoner", 40, 25) + "]";
  try {
    const Synonyms synonyms(more, *built.index);
    FAIL() << "65 words were read";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::limit_exceeded);
  }
}

TEST(Synonyms, HaveAtMost16384Groups) {
  const testing::BuiltIndex built({{"iets"}});
  std::string json = "[";
  for (std::uint32_t i = 0; i < limits::kSynonymGroups; ++i) json += "{\"term\":\"a\"},";
  EXPECT_NO_THROW(Synonyms(json + "1]", *built.index));
  EXPECT_THROW(Synonyms(json + "{\"term\":\"b\"}]", *built.index), Error);
}

TEST(Synonyms, OfAWordInManyGroupsAreAtMost64) {
  const testing::BuiltIndex built({{"iets"}});
  std::string json = "[" + group_of("inwoner", 1, 0);
  for (int i = 1; i < 1000; ++i) json += "," + group_of("inwoner", 1, 0, i);
  const auto synonyms = found(Synonyms(json + "]", *built.index), {"inwoner"}, true);
  ASSERT_EQ(synonyms.size(), 64u);
  EXPECT_EQ(synonyms.front(), Words{"woord0"});
  EXPECT_EQ(synonyms.back(), Words{"woord63"});
}

// The words have the same length and the same letters, so no quick comparison leaves them out.
TEST(Synonyms, NearestIsTheNearestOfManyWordsOfTheSameLetters) {
  const testing::BuiltIndex built({{"iets"}});
  std::string word = "aabbccddee", json;
  std::vector<std::string> words;
  do {
    words.push_back(word);
    json += (json.empty() ? "[{\"term\": \"" : ",{\"term\": \"") + word + "\",\"equal\":[\"x\"]}";
  } while (words.size() < 10'000 && std::ranges::next_permutation(word).found);
  const Synonyms synonyms(json + "]", *built.index);
  for (const std::string typed : {"aabbccdde", "xaabbccddee", "abbbccddee", "aabbccedde"}) {
    std::string nearest;
    unsigned least = allowed_edits(typed.size()) + 1;
    for (const std::string& each : words) {
      const unsigned distance = edit_distance(typed, each, 2);
      if (distance < least) nearest = each;
      least = std::min(least, distance);
    }
    EXPECT_EQ(synonyms.nearest(typed), nearest) << typed;
  }
}

TEST(Synonyms, AreListedOnceWhenTwoGroupsHaveThem) {
  const testing::BuiltIndex built({{"iets"}});
  const Synonyms synonyms(R"([{"term": "inwoner", "equal": ["burger"], "related": ["inwoner"]},
                              {"term": "inwoner", "equal": ["burger", "bewoner"]}])",
                          *built.index);
  EXPECT_EQ(found(synonyms, {"inwoner"}, true), std::vector<Words>({{"burger"}, {"bewoner"}}));
  EXPECT_TRUE(found(synonyms, {"inwoner"}, false).empty());
}

TEST(Synonyms, AreFoundByARelatedWordOfWhichThePackLacksAWord) {
  const testing::BuiltIndex built({{"inwoner grote"}});
  const Synonyms synonyms(R"([{"term": "inwoner", "related": ["grote buorren"]}])", *built.index);
  EXPECT_EQ(found(synonyms, {"grote", "buorren"}, false), std::vector<Words>({{"inwoner"}}));
}

}  // namespace
}  // namespace landkaart
