// SPDX-License-Identifier: EUPL-1.2
#include "core/search/query_planner.h"

#include <algorithm>
#include <iterator>

#include <gtest/gtest.h>

#include "core/search/completions.h"
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
  for (const UnresolvedWord& word : plan.unresolved) words.push_back(word.typed.word);
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

TEST(QueryPlanner, MakesNoFunctionWordOfAVerbAndAParticle) {
  const BuiltIndex built({{"aflegt"}, {"legt"}, {"af"}}, with_function_words({"aflegt"}));
  EXPECT_EQ(found(built, "legt verantwoording af"), Numbers({1, 2}));
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

// The alternatives of one sort in a group.
std::vector<Alternative> of_sort(const PlannedGroup& group, MatchSort sort) {
  std::vector<Alternative> found;
  std::ranges::copy_if(group.alternatives, std::back_inserter(found),
                       [&](const Alternative& each) { return each.sort == sort; });
  return found;
}

double rarity(const BuiltIndex& built, std::uint32_t document_frequency) {
  return Scoring(*built.index).inverse_document_frequency(document_frequency);
}

TEST(QueryPlanner, WeighsATypedWordByItsRarityAndItsCompoundsLess) {
  const BuiltIndex built({{"w31 raad"}, {"raad"}, {"markt"}}, testing::small_analysis());
  const PlannedGroup raad = plan_of(built, "raad").groups.at(0);
  EXPECT_NEAR(raad.rarity, rarity(built, 2), 1e-12);
  ASSERT_EQ(raad.alternatives.size(), 2u);
  EXPECT_NEAR(raad.alternatives[0].weight, rarity(built, 2), 1e-12);
  EXPECT_NEAR(raad.alternatives[1].weight, rarity(built, 2) * kPartWeight, 1e-12);
  const PlannedGroup part = plan_of(built, "part3").groups.at(0);
  EXPECT_NEAR(part.rarity, rarity(built, 1), 1e-12) << "only a compound of it is known";
  EXPECT_EQ(found(built, "part3"), Numbers({0}));
  EXPECT_NEAR(plan_of(built, "zzzz").groups.at(0).rarity, rarity(built, 0), 1e-12);
}

TEST(QueryPlanner, CompletesABeginningByThe64MostCommonWords) {
  testing::Documents documents;
  for (int i = 0; i < 70; ++i) documents.push_back({"plan" + std::to_string(100 + i)});
  documents.push_back({"plan169"});
  const BuiltIndex built(documents);
  const PlannedGroup group = plan_of(built, "plan*").groups.at(0);
  const auto completions = of_sort(group, MatchSort::prefix);
  ASSERT_EQ(completions.size(), 64u);
  EXPECT_EQ(completions[0].words.at(0).term.form, "plan169") << "it is in two documents";
  EXPECT_EQ(completions[1].words.at(0).term.form, "plan100");
  EXPECT_NEAR(group.rarity, rarity(built, 71), 1e-12) << "all 70 completions are in 71 documents";
  EXPECT_NEAR(completions[0].weight, rarity(built, 71), 1e-12);
}

TEST(QueryPlanner, WeighsACompletionOfAWordThatIsBeingTypedLess) {
  const BuiltIndex built({{"plannen"}, {"planning"}, {"markt"}, {"plan"}});
  const PlannedGroup group = plan_of(built, "plan", "nl", true).groups.at(0);
  EXPECT_NEAR(group.rarity, rarity(built, 1), 1e-12) << "the word itself is known";
  for (const Alternative& each : of_sort(group, MatchSort::prefix)) {
    EXPECT_NEAR(each.weight, rarity(built, 3) * kPrefixWeight, 1e-12);
  }
}

Analysis with_parts() {
  Analysis analysis;
  analysis.analyse = [](std::string_view form) {
    FormAnalysis found{std::string(form), {}};
    if (form == "raadsplan") found.parts = {"raad", "plan"};
    return found;
  };
  return analysis;
}

TEST(QueryPlanner, SearchesEachPartOfACompoundInFewerThanThreeDocuments) {
  for (const std::size_t holders : {1u, 2u, 3u, 4u}) {
    testing::Documents documents(holders, {"raadsplan"});
    documents.push_back({"raad"});
    documents.push_back({"plan"});
    documents.push_back({"plan"});
    const BuiltIndex built(documents, with_parts());
    const PlannedGroup group = plan_of(built, "raadsplan").groups.at(0);
    const auto splits = of_sort(group, MatchSort::split);
    ASSERT_EQ(splits.size(), holders < 3 ? 3u : 1u) << holders;
    EXPECT_EQ(splits[0].words.size(), 2u);
    const double sum = rarity(built, 1) + rarity(built, 2);
    EXPECT_NEAR(splits[0].weight, std::min(sum, group.rarity) * kSplitWeight, 1e-12);
    if (holders >= 3) continue;
    EXPECT_NEAR(splits[1].weight, rarity(built, 1) * kPartWeight, 1e-12);
    EXPECT_NEAR(splits[2].weight, rarity(built, 2) * kPartWeight, 1e-12);
  }
}

TEST(QueryPlanner, SearchesAnUnknownCompoundByItsParts) {
  const BuiltIndex built({{"raads"}, {"raads plan"}, {"raads plan"}, {"plan"}, {"plan"}});
  const auto splits = of_sort(plan_of(built, "raadsplan").groups.at(0), MatchSort::split);
  ASSERT_EQ(splits.size(), 3u);
  EXPECT_NEAR(splits[0].weight, (rarity(built, 3) + rarity(built, 4)) * kSplitWeight, 1e-12);
}

TEST(QueryPlanner, CorrectsAWordByThreeNearWords) {
  const BuiltIndex built({{"ramen raden rapen ravel raven"}});
  const auto near = of_sort(plan_of(built, "raxen").groups.at(0), MatchSort::spelling);
  ASSERT_EQ(near.size(), 3u);
  EXPECT_NEAR(near[0].weight, rarity(built, 1) * kSpellingWeight, 1e-12);
  const BuiltIndex far({{"verantwoording"}});
  const auto two_edits = of_sort(plan_of(far, "verantwordng").groups.at(0), MatchSort::spelling);
  ASSERT_EQ(two_edits.size(), 1u);
  EXPECT_NEAR(two_edits[0].weight, rarity(far, 1) * kSpellingWeight / 2, 1e-12);
}

TEST(QueryPlanner, ListsAtMost32WordsOfWhichABeginningIsNear) {
  testing::Documents documents;
  for (int i = 0; i < 40; ++i) documents.push_back({"gemeente" + std::to_string(i)});
  const BuiltIndex built(documents);
  const QueryPlan plan = plan_of(built, "gemeetn", "nl", true);
  EXPECT_EQ(plan.near_beginnings.typed, "gemeetn");
  EXPECT_EQ(plan.near_beginnings.words.size(), 32u);
  EXPECT_EQ(of_sort(plan.groups.at(0), MatchSort::spelling).size(), 3u);
}

TEST(QueryPlanner, JoinsTwoOrThreeWordsOfAtLeastFiveBytes) {
  const BuiltIndex built({{"cocreatie"}, {"abcd"}, {"abcde"}, {"markt"}});
  EXPECT_EQ(found(built, "co cre atie"), Numbers({0}));
  EXPECT_EQ(found(built, "c o cre atie"), Numbers()) << "four words";
  EXPECT_EQ(found(built, "ab cd"), Numbers()) << "four bytes";
  EXPECT_EQ(found(built, "ab cde"), Numbers({2}));
}

TEST(QueryPlanner, DividesTheWeightOfAJoinedWordAmongItsWords) {
  testing::Documents documents(6, {"raad"});
  documents.push_back({"raadslid"});
  const BuiltIndex built(documents);
  const QueryPlan plan = plan_of(built, "raad lid");
  const auto first = of_sort(plan.groups.at(0), MatchSort::joined);
  const auto second = of_sort(plan.groups.at(1), MatchSort::joined);
  ASSERT_EQ(first.size(), 1u);
  ASSERT_EQ(second.size(), 1u);
  EXPECT_NEAR(first[0].weight, rarity(built, 1) / 2, 1e-12);
  EXPECT_NEAR(second[0].weight, rarity(built, 1) / 2, 1e-12);
}

TEST(QueryPlanner, WeighsAJoinedWordAtLeastAsMuchAsItsKnownWord) {
  testing::Documents documents(6, {"raadslid"});
  documents.push_back({"raad"});
  const BuiltIndex built(documents);
  const QueryPlan plan = plan_of(built, "raad lid");
  EXPECT_NEAR(of_sort(plan.groups.at(0), MatchSort::joined).at(0).weight, rarity(built, 1), 1e-12);
  EXPECT_NEAR(of_sort(plan.groups.at(1), MatchSort::joined).at(0).weight, rarity(built, 6) / 2,
              1e-12);
}

TEST(QueryPlanner, DividesTheWeightOfASeparableVerb) {
  const BuiltIndex built({{"aflegt"}, {"legt"}, {"af"}, {"niets"}});
  const QueryPlan plan = plan_of(built, "legt verantwoording af");
  for (const std::size_t group : {0u, 2u}) {
    const auto joined = of_sort(plan.groups.at(group), MatchSort::joined);
    ASSERT_EQ(joined.size(), 1u);
    EXPECT_NEAR(joined[0].weight, rarity(built, 1) / 2, 1e-12);
  }
}

TEST(QueryPlanner, AddsAtMost48AlternativesToAWord) {
  std::string json = R"([{"term": "raad", "equal": [)";
  testing::Documents documents = {{"raad"}};
  for (int i = 0; i < 60; ++i) {
    const std::string word = "woord" + std::to_string(i);
    json += (i > 0 ? ", \"" : "\"") + word + "\"";
    documents.push_back({word});
  }
  const BuiltIndex built(documents);
  const Synonyms synonyms(json + "]}]", *built.index);
  const QueryPlan plan =
      plan_query(parse_query("raad"), *built.index, Scoring(*built.index), {.synonyms = &synonyms});
  EXPECT_EQ(plan.groups.at(0).alternatives.size(), 48u);
}

TEST(QueryPlanner, WeighsASynonymAtMostAsMuchAsTheTypedWord) {
  const BuiltIndex built({{"raad"}, {"raad"}, {"raad"}, {"council buurt"}, {"buurt"}, {"markt"}});
  const Synonyms synonyms(R"([{"term": "raad", "equal": ["council"], "related": ["buurt"]}])",
                          *built.index);
  const auto plan = [&](std::string_view query) {
    return plan_query(parse_query(query), *built.index, Scoring(*built.index),
                      {.synonyms = &synonyms});
  };
  const PlannedGroup common = plan("raad").groups.at(0);
  EXPECT_NEAR(of_sort(common, MatchSort::synonym).at(0).weight, rarity(built, 3) * kSynonymWeight,
              1e-12);
  EXPECT_NEAR(of_sort(common, MatchSort::related).at(0).weight, rarity(built, 3) * kRelatedWeight,
              1e-12);
  const PlannedGroup rare = plan("council").groups.at(0);
  EXPECT_NEAR(of_sort(rare, MatchSort::synonym).at(0).weight, rarity(built, 3) * kSynonymWeight,
              1e-12);
  EXPECT_NEAR(of_sort(rare, MatchSort::related).at(0).weight, rarity(built, 2) * kRelatedWeight,
              1e-12);
}

TEST(QueryPlanner, FindsSynonymsOfUpToSixWordsTogether) {
  const BuiltIndex built({{"raad"}, {"markt"}});
  const Synonyms synonyms(R"([{"term": "raad", "equal": ["a b c d e f", "g h"]}])", *built.index);
  const auto groups_with_synonyms = [&](std::string_view query) {
    const QueryPlan plan = plan_query(parse_query(query), *built.index, Scoring(*built.index),
                                      {.synonyms = &synonyms});
    return std::ranges::count_if(plan.groups, [](const PlannedGroup& group) {
      return !of_sort(group, MatchSort::synonym).empty();
    });
  };
  EXPECT_EQ(groups_with_synonyms("a b c d e f"), 6);
  EXPECT_EQ(groups_with_synonyms("x g h y"), 2);
  EXPECT_EQ(groups_with_synonyms("y g x h"), 0) << "the words are no neighbours";
}

TEST(QueryPlanner, RequiresAPhraseAndWeighsItByAllOfItsWords) {
  const BuiltIndex built({{"de raad"}, {"de"}, {"markt"}});
  const QueryPlan plan = plan_of(built, "markt \"de raad\"");
  const PlannedGroup& group = plan.groups.at(1);
  EXPECT_TRUE(group.required);
  EXPECT_EQ(group.word, "de raad");
  EXPECT_NEAR(group.rarity, rarity(built, 1) + rarity(built, 2), 1e-12);
  EXPECT_EQ(group.alternatives.at(0).words.at(1).offset, 1u);
}

TEST(QueryPlanner, ExcludesWordsAndPhrasesThatThePackHas) {
  const BuiltIndex built({{"de raad"}, {"raad de"}, {"markt"}});
  EXPECT_EQ(found(built, "raad -\"de raad\""), Numbers({1}));
  EXPECT_EQ(found(built, "raad -de"), Numbers());
  EXPECT_EQ(found(built, "raad -nergens -\"de nergens\""), Numbers({0, 1}));
  EXPECT_TRUE(plan_of(built, "raad -nergens").excluded.empty());
}

// "gaan", "ga", "gegaan" and "gegane" are forms of the lemma "ga".
Analysis with_an_irregular_verb() {
  Analysis analysis;
  analysis.analyse = [](std::string_view form) {
    const bool is_form = form == "gaan" || form == "gegaan" || form == "gegane";
    return FormAnalysis{is_form ? "ga" : std::string(form), {}};
  };
  return analysis;
}

TEST(Completions, AreALemmaOnceWhenSeveralOfItsFormsBeginWithThePrefix) {
  const BuiltIndex built({{"a ga"}, {"b gegaan"}, {"gegane"}, {"geld"}}, with_an_irregular_verb());
  std::uint64_t documents = 0;
  const auto terms = completions_of(*built.index, "ge", 10, &documents);
  ASSERT_EQ(terms.size(), 2u);
  EXPECT_EQ(terms[0].lemma, "ga") << "its entry comes before the first word with the prefix";
  EXPECT_EQ(terms[0].form, "gegaan");
  EXPECT_EQ(terms[1].lemma, "geld");
  EXPECT_EQ(documents, 4u);
  EXPECT_EQ(completions_of(*built.index, "g", 10, nullptr).size(), 2u);
  EXPECT_EQ(completions_of(*built.index, "g", 1, nullptr).size(), 1u);
}

TEST(Completions, AreOrderedByDocumentsAndThenByTheAlphabet) {
  const BuiltIndex built({{"plan planc planb"}, {"planc"}, {"plana"}});
  const auto terms = completions_of(*built.index, "plan", 10, nullptr);
  ASSERT_EQ(terms.size(), 4u);
  EXPECT_EQ(terms[0].form, "planc");
  EXPECT_EQ(terms[1].form, "plan");
  EXPECT_EQ(terms[2].form, "plana");
  EXPECT_EQ(terms[3].form, "planb");
}

TEST(QueryPlanner, FindsPhrasesOfTwoWordsInTextsOfAPackWithoutPositions) {
  const testing::Documents documents = {{"raad regels"}, {"regels raad"}, {"wijk raad regels"}};
  const BuiltIndex built(documents, {}, 10'000, /*positions=*/false);
  const Scoring scoring(*built.index);
  QueryPlan plan = plan_of(built, "\"raad regels\" -\"wijk raad\"");
  find_phrases(plan, *built.index, scoring, [&](std::uint32_t document, std::size_t field) {
    return std::make_shared<const AnalysedText>(
        analyse_text(documents[document][field], *built.index));
  });
  ASSERT_TRUE(plan.groups.at(0).alternatives.at(0).found);
  EXPECT_EQ(plan.groups[0].alternatives[0].found->documents.size(), 2u);
  ASSERT_TRUE(plan.excluded.at(0).found);
  EXPECT_EQ(plan.excluded[0].found->documents.size(), 1u);
}

TEST(QueryPlanner, WeighsASynonymByItsOwnRarityWhenItIsMoreCommon) {
  testing::Documents documents(9, {"raad"});
  documents.push_back({"council"});
  const BuiltIndex built(documents);
  const Synonyms synonyms(R"([{"term": "raad", "equal": ["council"]}])", *built.index);
  const QueryPlan plan = plan_query(parse_query("council"), *built.index, Scoring(*built.index),
                                    {.synonyms = &synonyms});
  EXPECT_NEAR(of_sort(plan.groups.at(0), MatchSort::synonym).at(0).weight,
              rarity(built, 9) * kSynonymWeight, 1e-12);
}

}  // namespace
}  // namespace landkaart
