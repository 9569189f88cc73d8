// SPDX-License-Identifier: EUPL-1.2
#include "core/search/passages.h"

#include <gtest/gtest.h>

#include "core/search/query_planner.h"
#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

using testing::BuiltIndex;

QueryPlan plan_of(const BuiltIndex& built, std::string_view query) {
  return plan_query(parse_query(query), *built.index, Scoring(*built.index), {});
}

// A text of 41 words, of which the first 40 are "x" and the last is "wijk".
std::string late_word() {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "x ";
  return text + "wijk";
}

TEST(Passages, CountWordsAmongTheFirstFortyOfTheText) {
  const BuiltIndex built({{"raad regels wijk markt plan"}, {late_word()}});
  const QueryPlan plan = plan_of(built, "raad regels wijk markt plan");
  ASSERT_TRUE(has_passage_scores(plan, *built.index));
  Passages passages(plan, *built.index);
  EXPECT_EQ(passages.groups_at_beginning(0), std::vector<std::size_t>({0, 1, 2, 3, 4}));
  EXPECT_EQ(passages.groups_at_beginning(1), std::vector<std::size_t>());
}

TEST(Passages, ReadTheTextWhereverItStandsAmongTheFields) {
  const testing::Documents documents = {{"raad regels wijk markt plan", "x raad"},
                                        {late_word(), "raad regels wijk markt plan"}};
  SearchSections sections = testing::build_sections(documents, 1);
  SearchHeader header = decode_search_header(as_bytes(sections.header));
  std::swap(header.fields.front().name, header.fields.back().name);
  sections.header = encode_search_header(header);
  const BuiltIndex built(std::move(sections), 2);
  const QueryPlan plan = plan_of(built, "raad regels wijk markt plan");
  Passages passages(plan, *built.index);
  EXPECT_EQ(passages.groups_at_beginning(0), std::vector<std::size_t>({0, 1, 2, 3, 4}));
  EXPECT_EQ(passages.groups_at_beginning(1), std::vector<std::size_t>());
}

TEST(Passages, ScoreTheRarityOfTheWords) {
  const BuiltIndex built({{late_word() + " wijk"}, {"raad regels wijk markt plan"}});
  const QueryPlan plan = plan_of(built, "raad regels wijk markt plan");
  double rarity = 0;
  for (const PlannedGroup& group : plan.groups) rarity += group.rarity;
  const std::vector<ScoredDocument> best = {{1, 1.0}, {0, 0.5}};
  const auto scores = passage_scores(plan, *built.index, best);
  ASSERT_EQ(scores.size(), 2u);
  EXPECT_NEAR(scores[0], kPassageWeight * rarity, 1e-9);
  EXPECT_EQ(scores[1], 0);
}

TEST(Passages, CountTypedWordsOfAQueryWithAPhraseThatIsNowhere) {
  const BuiltIndex built({{"raad regels wijk markt"}});
  const QueryPlan plan = plan_of(built, "raad regels wijk markt \"nergens bestaat\"");
  EXPECT_GT(passage_scores(plan, *built.index, std::vector<ScoredDocument>{{0, 1.0}}).at(0), 0);
}

TEST(Passages, AreNotScoredForShortQueriesOrWithoutPositions) {
  const BuiltIndex built({{"raad regels wijk markt plan"}});
  EXPECT_FALSE(has_passage_scores(plan_of(built, "raad regels wijk markt"), *built.index));
  const BuiltIndex without({{"raad regels wijk markt plan"}}, {}, 10'000, /*positions=*/false);
  EXPECT_FALSE(has_passage_scores(plan_of(without, "raad regels wijk markt plan"), *without.index));
}

TEST(Passages, CountTheFortiethWordOfTheText) {
  std::string text;
  for (int i = 0; i < 39; ++i) text += "x ";
  const BuiltIndex built({{text + "wijk"}, {"raad regels markt plan"}});
  const QueryPlan plan = plan_of(built, "raad regels wijk markt plan");
  EXPECT_EQ(Passages(plan, *built.index).groups_at_beginning(0), std::vector<std::size_t>({2}));
}

TEST(Passages, CountWordsOfTheLastFieldOnly) {
  const BuiltIndex built({{"raad wijk wijk", late_word() + " wijk"}, {"regels", "raad"}});
  const QueryPlan plan = plan_of(built, "raad regels wijk markt plan");
  Passages passages(plan, *built.index);
  EXPECT_EQ(passages.groups_at_beginning(0), std::vector<std::size_t>());
  EXPECT_EQ(passages.groups_at_beginning(1), std::vector<std::size_t>({0}));
}

TEST(Passages, LeaveOutPrefixesUnknownWordsAndWordsThatAreOnlyPartsOfCompounds) {
  const BuiltIndex built({{"w31 raad"}}, testing::small_analysis());
  const QueryPlan plan = plan_of(built, "raa* zzzz part3 raad w32");
  ASSERT_TRUE(has_passage_scores(plan, *built.index));
  EXPECT_EQ(Passages(plan, *built.index).groups_at_beginning(0), std::vector<std::size_t>({3}))
      << "w32 is a form that the dictionary does not have";
}

}  // namespace
}  // namespace landkaart
