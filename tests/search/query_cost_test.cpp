// SPDX-License-Identifier: EUPL-1.2
// The bounds of the work of one query, whatever is typed. The tests count postings, positions,
// texts and letters, and measure no time.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "core/search/completions.h"
#include "core/search/match_set.h"
#include "core/search/query_planner.h"
#include "core/search/top_documents.h"
#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

using testing::BuiltIndex;
using testing::Documents;

QueryPlan plan_of(const BuiltIndex& built, std::string_view query) {
  const Scoring scoring(*built.index);
  return plan_query(parse_query(query), *built.index, scoring, {});
}

std::size_t alternatives_of(const QueryPlan& plan) {
  std::size_t count = 0;
  for (const PlannedGroup& group : plan.groups) count += group.alternatives.size();
  return count;
}

// For each letter from `first`, `count` words that begin with the letter: "a000" to "a059".
std::string words_with_beginnings(char first, int letters, int count) {
  std::string words;
  for (int letter = 0; letter < letters; ++letter) {
    for (int i = 0; i < count; ++i) {
      const std::string number = std::to_string(i);
      words +=
          static_cast<char>(first + letter) + std::string(3 - number.size(), '0') + number + ' ';
    }
  }
  return words;
}

std::string beginnings(char first, int letters) {
  std::string query;
  for (int i = 0; i < letters; ++i) query += std::string(1, static_cast<char>(first + i)) + "* ";
  return query;
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(QueryCost, OfEqualWordsIsThatOfOneWord) {
  const BuiltIndex built({{"gemeente gemeenten geld raad raadslid verantwoordelijk"}});
  const std::string_view queries[] = {"ge* ", "raad ", "gemeetne ", "\"raad raadslid\" ",
                                      "geld -\"raad raadslid\" "};
  for (const std::string_view query : queries) {
    const QueryPlan once = plan_of(built, query);
    const QueryPlan often = plan_of(built, repeated(query, 8));
    EXPECT_EQ(often.groups.size(), once.groups.size()) << query;
    EXPECT_EQ(alternatives_of(often), alternatives_of(once)) << query;
    EXPECT_EQ(often.excluded.size(), once.excluded.size()) << query;
  }
}

TEST(QueryCost, BoundsTheNumberOfListsAndSharesThemBetweenTheWords) {
  const BuiltIndex built({{words_with_beginnings('a', 26, 64)}});
  EXPECT_EQ(alternatives_of(plan_of(built, beginnings('a', 10))), 10u * 64) << "within the bound";
  const QueryPlan plan = plan_of(built, beginnings('a', 26));
  EXPECT_EQ(alternatives_of(plan), 640u);
  for (const PlannedGroup& group : plan.groups) {
    EXPECT_GE(group.alternatives.size(), 24u) << group.word;
    EXPECT_LE(group.alternatives.size(), 25u) << group.word;
  }
}

TEST(QueryCost, BoundsThePostingsOfAllListsTogether) {
  constexpr std::uint32_t kDocuments = 4000;
  const std::string common = words_with_beginnings('a', 5, 60);
  const BuiltIndex built(Documents(kDocuments, {common}));
  constexpr std::uint64_t kMost = 1'000'000 + 48 * std::uint64_t{kDocuments};
  const QueryPlan plan = plan_of(built, beginnings('a', 5));
  const std::uint64_t postings = alternatives_of(plan) * std::uint64_t{kDocuments};
  EXPECT_LE(postings, kMost);
  EXPECT_GT(postings, kMost * 8 / 10) << "a list costs 512 postings more than it has";
  for (const PlannedGroup& group : plan.groups) EXPECT_GT(group.alternatives.size(), 35u);

  const QueryPlan one = plan_of(built, "a*");
  EXPECT_EQ(alternatives_of(one), 60u) << "an ordinary query keeps all completions";

  // The search reads each list at most twice.
  const Scoring scoring(*built.index);
  ScoreLists lists = make_score_lists(plan, *built.index, scoring);
  top_documents(lists, kDocuments, 10, {});
  std::uint64_t read = 0;
  for (const ScoreGroup& group : lists.groups) {
    for (const ScoreListPointer& list : group.lists) {
      read += dynamic_cast<const LemmaScoreList&>(*list).postings_read();
    }
  }
  EXPECT_LE(read, 2 * postings);
}

TEST(QueryCost, ALargeNumberOfListsDoesNotChangeTheRanking) {
  constexpr std::uint32_t kDocuments = 9000;
  const BuiltIndex built(testing::random_documents(31, kDocuments, 1), {}, kDocuments + 1);
  const Scoring scoring(*built.index);
  const QueryPlan plan = plan_of(built, "w1* w2* w3* w39 -w7 -\"w1 w2\"");
  ASSERT_GT(alternatives_of(plan), 150u);
  const auto ranking = [&](Pruning pruning) {
    ScoreLists lists = make_score_lists(plan, *built.index, scoring);
    return top_documents(lists, kDocuments, 20, {}, pruning);
  };
  EXPECT_EQ(ranking(Pruning::on), ranking(Pruning::off));
}

TEST(QueryCost, OfWordsThatAreNearMuchOfTheDictionaryIsBounded) {
  // About 20,000 words: all that replace two letters of one long word by one of 8 letters.
  const std::string word = "verantwoordelijkheidsgevoel";
  const std::string_view replacements = "bcfghmpu";
  std::string words;
  for (std::size_t i = 1; i < word.size(); ++i) {
    for (std::size_t j = i + 1; j < word.size(); ++j) {
      for (const char a : replacements) {
        for (const char b : replacements) {
          std::string near = word;
          near[i] = a;
          near[j] = b;
          words += near + ' ';
        }
      }
    }
  }
  const BuiltIndex built({{words}});
  std::string query;
  for (std::size_t i = 0; i < 48; ++i) {
    const std::string_view unused = "jkqwxyz";
    query += word.substr(0, word.size() - 2) + unused[i % 7] + unused[i / 7] + ' ';
  }
  EXPECT_NO_THROW(plan_of(built, query.substr(0, query.find(' '))));
  try {
    plan_of(built, query);
    ADD_FAILURE() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::limit_exceeded);
  }
}

TEST(QueryCost, OfCompletionsCountsEachEntryOfTheDictionary) {
  const BuiltIndex built({{words_with_beginnings('a', 2, 50)}});
  Budget enough(50 * kCompletionWork, "the search");
  EXPECT_EQ(completions_of(*built.index, "a", 10, nullptr, &enough).size(), 10u);
  EXPECT_EQ(enough.left(), 0u);
  Budget less(50 * kCompletionWork - 1, "the search");
  EXPECT_THROW(completions_of(*built.index, "a", 10, nullptr, &less), Error);
}

// 3000 documents with "de" and "van". In every tenth "de van" is a phrase. A document with a higher
// number is shorter, so that it scores more.
class PhraseCost : public ::testing::TestWithParam<bool> {
 protected:
  static constexpr std::uint32_t kDocuments = 3000;

  static Documents texts() {
    Documents documents;
    for (std::uint32_t i = 0; i < kDocuments; ++i) {
      std::string text = i % 10 == 0 ? "de van" : "van de";
      if (i < kDocuments / 2) text += repeated(" woord", 20);
      documents.push_back({text});
    }
    return documents;
  }

  ReadField reader() {
    if (GetParam()) return {};
    return [this](std::uint32_t document, std::size_t field) {
      ++texts_read_;
      return std::make_shared<const AnalysedText>(
          analyse_text(documents_[document][field], *built_.index));
    };
  }

  FoundTogether find(std::uint64_t allowance, const FoundTogether* within = nullptr) {
    const std::vector<TogetherWord> words = {{*built_.index->find("de"), 0, true},
                                             {*built_.index->find("van"), 1, true}};
    return find_together(*built_.index, scoring_, words, Order::phrase, reader(),
                         {.allowance = allowance, .within = within});
  }

  Documents documents_ = texts();
  BuiltIndex built_{documents_, {}, 10'000, GetParam()};
  Scoring scoring_{*built_.index};
  std::size_t texts_read_ = 0;
};

TEST_P(PhraseCost, VerifiesEveryDocumentWithinTheAllowance) {
  const FoundTogether all = find(~std::uint64_t{0});
  EXPECT_EQ(all.documents.size(), kDocuments / 10);
  EXPECT_EQ(all.unverified, 0u);
  const FoundTogether same = find(all.work);
  EXPECT_EQ(same.documents.size(), kDocuments / 10);
  EXPECT_EQ(same.work, all.work);
}

TEST_P(PhraseCost, VerifiesTheDocumentsWithTheHighestScoresWhenTheAllowanceDoesNotSuffice) {
  const std::uint64_t whole = find(~std::uint64_t{0}).work;
  texts_read_ = 0;
  const FoundTogether found = find(whole / 5);
  EXPECT_GT(found.work, whole / 10);
  EXPECT_LE(found.work, 2 * (whole / 5) + 2 * kTextWork);
  if (!GetParam()) {
    EXPECT_LE(texts_read_, whole / 5 / kTextWork + 1);
  }
  // About a fifth of the documents is verified: of these, one in ten has the phrase. All others
  // count.
  const std::uint32_t verified = kDocuments - found.unverified;
  EXPECT_GT(verified, kDocuments / 8);
  EXPECT_EQ(found.documents.size(), found.unverified + (verified + 9) / 10);
  // The short documents score more, so that only they are verified.
  const auto is_long = [](const FoundScoreList::Found& each) {
    return each.document < kDocuments / 2;
  };
  EXPECT_EQ(std::ranges::count_if(found.documents, is_long), kDocuments / 2);
  // A verified document scores more than any other.
  const auto score = [](const FoundScoreList::Found& each) { return each.score; };
  const FoundScoreList::Found best = std::ranges::max(found.documents, {}, score);
  EXPECT_EQ(best.document % 10, 0u);
}

TEST_P(PhraseCost, LooksOnlyInTheDocumentsOfInterest) {
  FoundTogether within;
  within.documents = {{7, 1.0}, {20, 1.0}, {2999, 1.0}};
  const FoundTogether found = find(~std::uint64_t{0}, &within);
  ASSERT_EQ(found.documents.size(), 1u);
  EXPECT_EQ(found.documents[0].document, 20u);
  EXPECT_LE(found.work, 3 * (2 * (kSeekWork + 1) + kTextWork + 200));
}

INSTANTIATE_TEST_SUITE_P(WithAndWithoutPositions, PhraseCost, ::testing::Bool());

TEST(QueryCost, OfSeveralPhrasesIsThatOfTheRarestAndOfItsDocuments) {
  Documents documents(3000, {"de van het een"});
  documents[1000] = {"zeldzaam woord de van"};
  const BuiltIndex built(documents);
  const Scoring scoring(*built.index);
  QueryPlan plan = plan_of(built, "\"de van\" \"zeldzaam woord\" -\"het een\"");
  find_phrases(plan, *built.index, scoring, {});
  for (const PlannedGroup& group : plan.groups) {
    const auto& found = group.alternatives.at(0).found;
    ASSERT_TRUE(found);
    EXPECT_EQ(found->documents.size(), 1u) << group.word;
    EXPECT_LT(found->work, 100u) << group.word;
  }
  EXPECT_EQ(plan.excluded.at(0).found->documents.size(), 0u);
  EXPECT_LT(plan.excluded.at(0).found->work, 100u);
}

TEST(MatchSet, ReturnsTheDocumentsThatWereAdded) {
  MatchSet set;
  EXPECT_EQ(set.size(), 0u);
  const std::vector<std::uint32_t> documents = {0, 63, 64, 4095, 4096, 100'000};
  for (const std::uint32_t document : documents) set.add(document);
  EXPECT_EQ(set.size(), documents.size());
  std::vector<std::uint32_t> visited;
  set.for_each([&](std::uint32_t document) { visited.push_back(document); });
  EXPECT_EQ(visited, documents);
}

}  // namespace
}  // namespace landkaart
