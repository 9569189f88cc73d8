// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <landkaart/cocreatie.h>

#include "tests/pack/sample_pack.h"

namespace landkaart {
namespace {

using testing::found;
using testing::sample_pack;

TEST(Search, ExplainsAScoreOfOneWord) {
  const auto result = sample_pack().search("griffie");
  const auto explanation = result.hits.at(0).explain();
  ASSERT_EQ(explanation.size(), 1u);
  EXPECT_EQ(explanation[0].sort, MatchSort::typed);
  EXPECT_EQ(explanation[0].fields, std::vector<std::string>({"keywords", "text"}));
  EXPECT_EQ(explanation[0].all_words_factor, 1);
  EXPECT_EQ(explanation[0].kind_factor, 1);
  EXPECT_NEAR(explanation[0].score, result.hits[0].score(), 1e-9);
}

// The explanations of one sort.
std::vector<Explanation> of_sort(const Hit& hit, MatchSort sort) {
  std::vector<Explanation> explanations;
  for (const Explanation& each : hit.explain()) {
    if (each.sort == sort) explanations.push_back(each);
  }
  return explanations;
}

TEST(Search, ExplainsATitleThatIsTheQuery) {
  const Pack pack = sample_pack();
  const auto result = pack.search("De gemeenteraad");
  const auto title = of_sort(result.hits.at(0), MatchSort::title);
  ASSERT_EQ(title.size(), 1u);
  EXPECT_EQ(title[0].word, "de gemeenteraad");
  EXPECT_GT(title[0].score, result.hits[0].score() / 2);
  EXPECT_TRUE(of_sort(pack.search("gemeenteraad").hits.at(0), MatchSort::title).empty());
}

TEST(Search, ExplainsTheFactorsOnAScore) {
  testing::TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("topics/b.md", "title: Samen sturen\n", "Over draagvlak in de buurt.");
  folder.write_item("terms/a.md", "title: Steun\n", "Over draagvlak.");
  const Pack pack = folder.build();
  const SearchResult result = pack.search("draagvlak buurt");
  ASSERT_EQ(found(result), testing::Ids({"b", "a"}));
  const Explanation topic = result.hits[0].explain().at(0);
  EXPECT_EQ(topic.all_words_factor, 1);
  EXPECT_EQ(topic.kind_factor, 1);
  const Explanation term = result.hits[1].explain().at(0);
  EXPECT_LT(term.all_words_factor, 1);
  EXPECT_GT(term.all_words_factor, 0.65);
  EXPECT_EQ(term.kind_factor, 0.6);
  const auto only_terms = pack.search("draagvlak buurt", {.kinds = {Kind::term}});
  const Explanation only_term = only_terms.hits.at(0).explain().at(0);
  EXPECT_EQ(only_term.kind_factor, 1);
  EXPECT_NEAR(only_term.score * 0.6, term.score, 1e-9);
}

TEST(Search, ExplainsWordsAtTheBeginningOfATextForALongQuery) {
  const Pack pack = sample_pack();
  const auto result = pack.search("raad beslist over regels en de griffie belt");
  ASSERT_EQ(result.hits.at(0).id(), "raad");
  std::vector<std::string> words;
  for (const Explanation& each : of_sort(result.hits[0], MatchSort::passage)) {
    words.push_back(each.word);
    EXPECT_EQ(each.fields, std::vector<std::string>({"text"}));
    EXPECT_EQ(each.score, each.weight);
  }
  EXPECT_EQ(words,
            std::vector<std::string>({"raad", "beslist", "regels", "de", "griffie", "belt"}));
  EXPECT_TRUE(of_sort(pack.search("raad beslist").hits.at(0), MatchSort::passage).empty());
}

void expect_explanations_to_add_up(const Pack& pack, std::string_view query,
                                   const SearchOptions& options) {
  for (const Hit& hit : pack.search(query, options).hits) {
    double sum = 0;
    for (const Explanation& part : hit.explain()) {
      EXPECT_GT(part.score, 0);
      EXPECT_GE(part.all_words_factor, 0.65 - 1e-9);
      EXPECT_LE(part.all_words_factor, 1);
      sum += part.score;
    }
    EXPECT_NEAR(sum, hit.score(), 1e-9 * hit.score()) << query << ": " << hit.id();
  }
}

TEST(Search, ExplainsPartsThatAddUpToTheScore) {
  const std::vector<std::string_view> queries = {
      "raad",
      "De gemeenteraad",
      "raads lid",
      "tunnelverlichting",
      "partisipatie",
      "installa*",
      "te veel regels",
      "\"te veel\" regels -raad",
      "ik sta er alleen voor",
      "hoe krijg ik bewoners en raad samen aan tafel over een plan",
      "legt verantwoording af",
      "de de de raad",
      "burgers ingezetenen",
      "kind:term participatie",
      "krachtenveldanalyse"};
  for (const Pack& pack : {cocreatie(), sample_pack()}) {
    for (const std::string_view query : queries) {
      expect_explanations_to_add_up(pack, query, {.limit = 60});
      expect_explanations_to_add_up(pack, query, {.limit = 20, .offset = 5});
      expect_explanations_to_add_up(pack, query, {.match = Match::all, .as_you_type = true});
      expect_explanations_to_add_up(pack, query, {.kinds = {Kind::topic}});
    }
  }
  const Pack pack = cocreatie();
  for (const Item& item : pack.items()) expect_explanations_to_add_up(pack, item.title(), {});
}

}  // namespace
}  // namespace landkaart
