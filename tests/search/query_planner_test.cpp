// SPDX-License-Identifier: EUPL-1.2
#include "core/search/query_planner.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/search/top_documents.h"
#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

using testing::BuiltIndex;
using Numbers = std::vector<std::uint32_t>;
using Words = std::vector<std::string>;

QueryPlan plan_of(const BuiltIndex& built, std::string_view query, const char* language = "nl",
                  bool last_is_prefix = false) {
  return plan_query(parse_query(query), *built.index, Scoring(*built.index),
                    {.last_is_prefix = last_is_prefix, .language = &language_rules(language)});
}

// The documents that a query finds, ascending.
Numbers found(const BuiltIndex& built, std::string_view query, const char* language = "nl") {
  const Scoring scoring(*built.index);
  ScoreLists lists = make_score_lists(plan_of(built, query, language), *built.index, scoring);
  Numbers documents;
  for (const ScoredDocument& each :
       top_documents(lists, built.index->header().documents, 100, {})) {
    documents.push_back(each.document);
  }
  std::ranges::sort(documents);
  return documents;
}

// The lemmas of the alternatives of one sort, in a group.
Words lemmas(const PlannedGroup& group, MatchSort sort) {
  Words lemmas;
  for (const Alternative& alternative : group.alternatives) {
    if (alternative.sort == sort) lemmas.push_back(alternative.words.front().term.lemma);
  }
  return lemmas;
}

Words unresolved(const QueryPlan& plan) {
  Words words;
  for (const QueryWord& word : plan.unresolved) words.push_back(word.word);
  return words;
}

Analysis with_function_words(std::vector<std::string> words) {
  Analysis analysis;
  analysis.is_function_word = [words = std::move(words)](std::string_view word) {
    return std::ranges::find(words, word) != words.end();
  };
  return analysis;
}

TEST(QueryPlanner, LowersAFunctionWordOnceHoweverOftenItIsTyped) {
  const BuiltIndex built({{"de raad"}, {"de wijk"}, {"markt"}}, with_function_words({"de"}));
  const PlannedGroup once = plan_of(built, "de raad wijk").groups.at(0);
  const PlannedGroup thrice = plan_of(built, "de raad de wijk de").groups.at(0);
  EXPECT_TRUE(once.is_function_word);
  EXPECT_NEAR(thrice.rarity, once.rarity, 1e-12);
  EXPECT_NEAR(thrice.alternatives.at(0).weight, once.alternatives.at(0).weight, 1e-12);
}

TEST(QueryPlanner, CountsAFunctionWordInFullInAQueryOfTwoWords) {
  const BuiltIndex built({{"de raad"}, {"de wijk"}, {"markt"}}, with_function_words({"de"}));
  const PlannedGroup in_two = plan_of(built, "de raad").groups.at(0);
  const PlannedGroup in_three = plan_of(built, "de raad wijk").groups.at(0);
  EXPECT_FALSE(in_two.is_function_word);
  EXPECT_NEAR(in_three.rarity, in_two.rarity * kFunctionWordWeight, 1e-12);
}

TEST(QueryPlanner, FindsASeparableVerbInDutchOnly) {
  const BuiltIndex built({{"aflegt"}, {"legt"}, {"af"}, {"niets"}});
  EXPECT_EQ(found(built, "wie legt verantwoording af"), Numbers({0, 1, 2}));
  EXPECT_EQ(found(built, "wie legt verantwoording af", "en"), Numbers({1, 2}));
}

TEST(QueryPlanner, FindsASeparableVerbWithUpToTenWordsBeforeItsParticle) {
  const BuiltIndex built({{"aflegt"}, {"legt"}, {"af"}});
  const std::string ten = " a b c d e f g h i j ";
  EXPECT_EQ(found(built, "legt" + ten + "af"), Numbers({0, 1, 2}));
  EXPECT_EQ(found(built, "legt" + ten + "k af"), Numbers({1, 2}));
}

TEST(QueryPlanner, MakesSeparableVerbsOfParticlesOnly) {
  const BuiltIndex built({{"raadpleegt"}, {"pleegt"}, {"raad"}});
  EXPECT_EQ(found(built, "pleegt de raad"), Numbers({1, 2})) << "\"raad\" is no particle";
}

TEST(QueryPlanner, JoinsNoFunctionWords) {
  const BuiltIndex built({{"water zodat"}, {"wat er"}, {"dat zo"}},
                         with_function_words({"wat", "er", "dat", "zo", "zodat"}));
  EXPECT_EQ(found(built, "wat er"), Numbers({1}));
  EXPECT_EQ(found(built, "dat wijk zo"), Numbers({2}));
}

TEST(QueryPlanner, JoinsNothingToAFunctionWordInMostDocuments) {
  const BuiltIndex built({{"deuren"}, {"de uren"}, {"de wijk"}, {"de raad"}},
                         with_function_words({"de"}));
  EXPECT_EQ(found(built, "de uren"), Numbers({1, 2, 3}));
}

TEST(QueryPlanner, JoinsTwoWordsWithALinkInDutchOnly) {
  const BuiltIndex built({{"raadslid"}, {"raad"}, {"lid"}, {"markt"}});
  EXPECT_EQ(found(built, "raad lid"), Numbers({0, 1, 2}));
  EXPECT_EQ(found(built, "raad lid", "en"), Numbers({1, 2}));
}

TEST(QueryPlanner, SplitsACompoundAtALinkInDutchOnly) {
  const BuiltIndex built({{"bewoner avond"}, {"markt"}});
  EXPECT_EQ(found(built, "bewonersavond"), Numbers({0}));
  EXPECT_EQ(found(built, "bewonersavond", "en"), Numbers());
}

TEST(QueryPlanner, FindsADiminutiveByItsBaseInDutchOnly) {
  const BuiltIndex built({{"plan"}, {"markt"}});
  EXPECT_EQ(found(built, "plannetje"), Numbers({0}));
  EXPECT_EQ(found(built, "plannetje", "en"), Numbers());
}

TEST(QueryPlanner, FindsADiminutiveByOtherFormsOfIt) {
  const BuiltIndex built({{"tuin"}, {"tuintjes"}, {"markt"}});
  EXPECT_EQ(found(built, "tuintje"), Numbers({0, 1}));
}

TEST(QueryPlanner, FindsAWordWithCForKInDutchOnly) {
  const BuiltIndex built({{"controle"}, {"markt"}});
  EXPECT_EQ(found(built, "kontrole"), Numbers({0}));
  EXPECT_EQ(found(built, "kontrole", "en"), Numbers());
}

TEST(QueryPlanner, ListsTheWordsThatOnlyTheSpellingRuleAnswers) {
  const BuiltIndex built({{"verantwoording tunnel verlichting cocreatie proef markt"}});
  EXPECT_EQ(unresolved(plan_of(built, "verantwoordng markt zomaar")),
            Words({"verantwoordng", "zomaar"}));
  EXPECT_EQ(unresolved(plan_of(built, "tunnelverlichting")), Words()) << "its parts are known";
  EXPECT_EQ(unresolved(plan_of(built, "co creatie")), Words()) << "the joined word is known";
  EXPECT_EQ(unresolved(plan_of(built, "proefje")), Words()) << "its base is known";
  EXPECT_EQ(unresolved(plan_of(built, "verantwoordng*")), Words()) << "it is a beginning";
}

TEST(QueryPlanner, ListsAWordWithASynonymAsResolved) {
  const BuiltIndex built({{"inwoner"}});
  const Synonyms synonyms(R"([{"term": "inwoner", "equal": ["ingezetene"]}])", *built.index);
  const QueryPlan plan = plan_query(parse_query("ingezetene"), *built.index, Scoring(*built.index),
                                    {.synonyms = &synonyms});
  EXPECT_EQ(unresolved(plan), Words());
}

TEST(QueryPlanner, ListsAWordThatIsBeingTypedAsResolvedWhileWordsBeginWithIt) {
  const BuiltIndex built({{"verantwoording"}});
  EXPECT_EQ(unresolved(plan_of(built, "verantw", "nl", true)), Words());
  EXPECT_EQ(unresolved(plan_of(built, "verantw")), Words({"verantw"}));
  EXPECT_EQ(lemmas(plan_of(built, "verantw", "nl", true).groups.at(0), MatchSort::prefix),
            Words({"verantwoording"}));
}

TEST(QueryPlanner, MakesOneGroupForEachLemmaOfTheLongestQuery) {
  const BuiltIndex built({{"raad"}});
  std::string query;
  for (int i = 0; i < 100; ++i) query += "woord" + std::to_string(i) + " ";
  for (int i = 0; i < 20; ++i) query += "\"een " + std::to_string(i) + "\" ";
  EXPECT_EQ(plan_of(built, query).groups.size(), 48u + 8u);
}

}  // namespace
}  // namespace landkaart
