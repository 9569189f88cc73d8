// SPDX-License-Identifier: EUPL-1.2
#include "core/search/word_matches.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/search/query_planner.h"
#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

using testing::BuiltIndex;
using Marked = std::vector<std::string>;

// "raadsplan" is a compound of "raad" and "plan"; "de" and "het" are function words.
Analysis small_dutch() {
  Analysis analysis;
  analysis.analyse = [](std::string_view form) {
    FormAnalysis found{std::string(form), {}};
    if (form == "raden") found.lemma = "raad";
    if (form == "raadsplan") found.parts = {"raad", "plan"};
    return found;
  };
  analysis.is_function_word = [](std::string_view word) { return word == "de" || word == "het"; };
  return analysis;
}

// The words of a text that answer a query, each with the number of its group in the query.
Marked marked(const BuiltIndex& built, std::string_view query, std::string_view text,
              std::string_view synonyms_json = "[]") {
  const Synonyms synonyms(synonyms_json, *built.index);
  const LanguageRules& language = language_rules("nl");
  const QueryPlan plan = plan_query(parse_query(query), *built.index, Scoring(*built.index),
                                    {.synonyms = &synonyms, .language = &language});
  const AnalysedText analysed = analyse_text(std::string(text), *built.index);
  const auto answers = WordMatches(plan, *built.index, language.particles).answers(analysed);
  Marked words;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i] == kNoWord) continue;
    words.push_back(analysed.folded(analysed.words[i]) + std::to_string(answers[i]));
  }
  return words;
}

TEST(WordMatches, AreTheFormsOfTypedWordsAndCompoundsOfThem) {
  const BuiltIndex built({{"raad raden raadsplan plan markt"}}, small_dutch());
  EXPECT_EQ(marked(built, "markt raad", "De raden en het raadsplan op de markt: plan."),
            Marked({"raden1", "raadsplan1", "markt0"}));
  EXPECT_EQ(marked(built, "raadsplan raad", "raadsplan"), Marked({"raadsplan0"}))
      << "the whole word comes before its part";
}

TEST(WordMatches, LeaveOutFunctionWordsUnlessTheQueryHasNoOther) {
  const BuiltIndex built({{"de het raad markt"}, {"de raad"}, {"plan"}}, small_dutch());
  EXPECT_EQ(marked(built, "de raad het", "het raad de"), Marked({"raad1"}));
  EXPECT_EQ(marked(built, "de het", "het raad de"), Marked({"het1", "de0"}));
}

TEST(WordMatches, LeaveOutRelatedWordsOfAKnownWord) {
  const BuiltIndex built({{"raad buurt wijk grote zaal"}}, small_dutch());
  const std::string_view synonyms =
      R"([{"term": "raad", "equal": ["grote zaal", "wijk", "council"], "related": ["buurt"]}])";
  const std::string_view text = "raad buurt wijk grote zaal";
  EXPECT_EQ(marked(built, "raad", text, synonyms), Marked({"raad0", "wijk0"}));
  EXPECT_EQ(marked(built, "council", text, synonyms),
            Marked({"raad0", "buurt0", "wijk0", "grote0", "zaal0"}));
}

TEST(WordMatches, LeaveOutFunctionWordsOfASynonymOfSeveralWords) {
  const BuiltIndex built({{"de raad het"}}, small_dutch());
  EXPECT_EQ(
      marked(built, "council", "het de raad", R"([{"term": "council", "equal": ["de raad"]}])"),
      Marked({"raad0"}));
  EXPECT_EQ(marked(built, "council", "het de raad", R"([{"term": "council", "equal": ["het"]}])"),
            Marked({"het0"}));
}

TEST(WordMatches, KeepAWordInTheGroupWhereItIsTyped) {
  const BuiltIndex built({{"de raad wijk"}}, small_dutch());
  EXPECT_EQ(marked(built, "raad wijk", "wijk raad", R"([{"term": "raad", "equal": ["wijk"]}])"),
            Marked({"wijk1", "raad0"}));
  EXPECT_EQ(marked(built, "de raad wijk", "wijk raad", R"([{"term": "raad", "equal": ["wijk"]}])"),
            Marked({"wijk2", "raad1"}));
}

TEST(WordMatches, AreAVerbAndItsParticleApart) {
  const BuiltIndex built({{"afleggen legt af aflegt"}});
  EXPECT_EQ(marked(built, "aflegt", "de raad legt verantwoording af"), Marked({"legt0", "af0"}));
  EXPECT_EQ(marked(built, "legt", "de raad legt verantwoording af"), Marked({"legt0"}));
  EXPECT_EQ(marked(built, "af", "de raad legt verantwoording af"), Marked({"af0"}))
      << "a word that is a particle has no verb";
}

}  // namespace
}  // namespace landkaart
