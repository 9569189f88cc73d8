// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <landkaart/cocreatie.h>

#include "tests/pack/sample_pack.h"

namespace landkaart {
namespace {

using testing::sample_pack;

std::vector<std::string> found(const SearchResult& result) {
  std::vector<std::string> ids;
  for (const Hit& hit : result.hits) ids.push_back(hit.id());
  return ids;
}

TEST(Search, FindsWhatWasTyped) {
  const auto result = sample_pack().search("griffie");
  ASSERT_EQ(result.total(), 1u);
  EXPECT_EQ(result.hits[0].id(), "raad");
  EXPECT_EQ(result.hits[0].kind(), Kind::topic);
  EXPECT_GT(result.hits[0].score(), 0);
}

TEST(Search, MarksTheWordsInASnippet) {
  const auto result = sample_pack().search("griffie beslist");
  const Snippet snippet = result.hits.at(0).snippet();
  std::vector<std::string> marked;
  for (const Highlight& mark : snippet.highlights) {
    marked.push_back(snippet.text.substr(mark.begin, mark.end - mark.begin));
  }
  EXPECT_EQ(marked, (std::vector<std::string>{"beslist", "griffie"}));
  EXPECT_EQ(snippet.text, "Op tijd. De raad beslist. Zie regels. Vraag Wie belt de griffie?");
}

TEST(Search, FindsAVerbWhoseParticleStandsApart) {
  testing::TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("topics/feest.md", "title: Het feest\n",
                    "De gemeente nodigt alle bewoners van de wijk uit.\n");
  folder.write_item("topics/rust.md", "title: De rust\n", "Zij trekken zich terug.\n");
  folder.write_item("topics/party.md", "title: Party\nlanguage: fy\n", "Hja nodigt har uit.\n");
  const Pack pack = folder.build();
  EXPECT_EQ(found(pack.search("terugtrekken")), testing::Ids({"rust"}));
  const auto result = pack.search("uitnodigen");
  ASSERT_EQ(found(result), testing::Ids({"feest"})) << "only in Dutch";
  const Snippet snippet = result.hits[0].snippet();
  ASSERT_EQ(snippet.highlights.size(), 2u);
  EXPECT_EQ(snippet.text.substr(snippet.highlights[0].begin, 6), "nodigt");
}

TEST(Search, CountsByKindAndTheme) {
  const Facets facets = sample_pack().search("raad regels alleen").facets();
  ASSERT_EQ(facets.kinds.size(), 2u);
  EXPECT_EQ(facets.kinds[0].value, "topic");
  EXPECT_EQ(facets.kinds[0].count, 2u);
  EXPECT_EQ(facets.kinds[1].value, "obstacle");
  ASSERT_EQ(facets.themes.size(), 2u);
  EXPECT_EQ(facets.themes[0].value, "waarden");
  EXPECT_EQ(facets.themes[0].count, 2u);
}

TEST(Search, KeepsToAKindAndATheme) {
  const Pack pack = sample_pack();
  EXPECT_EQ(found(pack.search("raad alleen", {.kind = Kind::obstacle})), testing::Ids({"alleen"}));
  EXPECT_EQ(found(pack.search("regels", {.theme = "kracht"})), testing::Ids({"raad"}));
  EXPECT_TRUE(pack.search("regels", {.theme = "nergens"}).hits.empty());
}

TEST(Search, WantsEveryWordWhenAsked) {
  const Pack pack = sample_pack();
  EXPECT_EQ(pack.search("griffie alleen").total(), 2u);
  EXPECT_EQ(pack.search("griffie alleen", {.match = Match::all}).total(), 0u);
  EXPECT_EQ(pack.search("griffie beslist", {.match = Match::all}).total(), 1u);
}

TEST(Search, LeavesOutWhatIsExcluded) {
  EXPECT_EQ(found(sample_pack().search("regels -griffie")), testing::Ids({"regels"}));
}

TEST(Search, GivesHitsPageByPage) {
  const Pack pack = cocreatie();
  const auto all = found(pack.search("gesprek met de raad", {.limit = 20}));
  ASSERT_EQ(all.size(), 20u);
  const auto second = found(pack.search("gesprek met de raad", {.limit = 10, .offset = 10}));
  EXPECT_EQ(second, std::vector<std::string>(all.begin() + 10, all.end()));
  EXPECT_TRUE(pack.search("raad", {.limit = 10, .offset = ~std::size_t{0}}).hits.empty());
  EXPECT_TRUE(pack.search("raad", {.limit = 0}).hits.empty());
}

TEST(Search, SuggestsAKnownWordForAMistypedOne) {
  const Pack pack = cocreatie();
  EXPECT_EQ(pack.search("verantwoordng").suggestion(), "verantwoording");
  EXPECT_EQ(pack.search("partisipatie").suggestion(), "participatie");
  EXPECT_EQ(pack.search("raad").suggestion(), std::nullopt);
}

TEST(Search, PutsTheObstacleOfTheStuckOfficialOnTop) {
  const auto result = cocreatie().search("ik sta er alleen voor");
  EXPECT_EQ(result.hits.at(0).id(), "ob-eenzame-samenwerker");
}

TEST(Search, PutsHelpBeforeTheExplanationOfAWord) {
  testing::TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("topics/b.md", "title: Samen sturen\n", "Over draagvlak in de buurt.");
  folder.write_item("terms/a.md", "title: Steun\n", "Over draagvlak in de buurt.");
  const Pack pack = Pack::from_memory(build_to_memory(folder.path()));
  EXPECT_EQ(found(pack.search("draagvlak")), testing::Ids({"b", "a"}));
  EXPECT_EQ(pack.search("steun").hits.at(0).id(), "a") << "who types a word wants that word";
  EXPECT_EQ(found(pack.search("draagvlak", {.kind = Kind::term})), testing::Ids({"a"}));
}

TEST(Search, PutsAnExactTitleFirst) {
  const Pack pack = cocreatie();
  for (const Item& item : pack.items()) {
    const auto hits = pack.search(item.title(), {.limit = 3}).hits;
    ASSERT_FALSE(hits.empty()) << item.title();
    EXPECT_EQ(hits[0].title(), item.title());
  }
}

TEST(Search, ExplainsWhatMadeAScore) {
  const auto result = sample_pack().search("griffie");
  const auto explanation = result.hits.at(0).explain();
  ASSERT_EQ(explanation.size(), 1u);
  EXPECT_EQ(explanation[0].sort, MatchSort::typed);
  EXPECT_EQ(explanation[0].fields, std::vector<std::string>({"keywords", "text"}));
  EXPECT_NEAR(explanation[0].score, result.hits[0].score(), 1e-9);
}

TEST(Search, OffersTheNumbersOfAQuestionAsFilters) {
  const Pack pack = cocreatie();
  EXPECT_EQ(pack.search("voor 8 personen").offers().group_size, 8);
  EXPECT_EQ(pack.search("met twaalf mensen").offers().group_size, 12);
  EXPECT_EQ(pack.search("half uur").offers().max_minutes, 30);
  EXPECT_EQ(pack.search("een kwartier").offers().max_minutes, 15);
  EXPECT_EQ(pack.search("in 30 minuten").offers().max_minutes, 30);
  EXPECT_EQ(pack.search("anderhalf uur").offers().max_minutes, 90);
  EXPECT_EQ(pack.search("het uur van de raad").offers().max_minutes, std::nullopt);
}

TEST(Search, FindsTheSameFirstWhetherACompoundIsTypedApartOrJoined) {
  const Pack pack = cocreatie();
  const auto first = [&](std::string_view query) { return pack.search(query).hits.at(0).id(); };
  EXPECT_EQ(first("tunnel verlichting"), first("tunnelverlichting"));
  EXPECT_EQ(first("raads lid"), first("raadslid"));
  EXPECT_EQ(first("bewoners avond"), first("bewonersavond"));
  EXPECT_EQ(first("open space"), first("openspace"));
}

TEST(Search, LeavesATitleOutOfASnippetWhereItIsTheFirstLineOnly) {
  testing::TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("terms/griffie.md", "title: Griffie\n", "Griffiers werken voor de raad.\n");
  folder.write_item("terms/bezwaar.md", "title: Bezwaar\n", "Bezwaar komt na het besluit.\n");
  folder.write_item("terms/loting.md", "title: Loting\n", "## Loting\n\nWie wint, doet mee.\n");
  const Pack pack = folder.build();
  const auto snippet_of = [&](const char* query) {
    return pack.search(query).hits.at(0).snippet().text;
  };
  EXPECT_EQ(snippet_of("griffiers"), "Griffiers werken voor de raad.");
  EXPECT_EQ(snippet_of("besluit"), "Bezwaar komt na het besluit.");
  EXPECT_EQ(snippet_of("wint"), "Wie wint, doet mee.");
}

TEST(Search, TakesFiltersInTheText) {
  for (const Hit& hit : cocreatie().search("raad kind:obstacle").hits) {
    EXPECT_EQ(hit.kind(), Kind::obstacle);
  }
}

TEST(Search, CompletesTitlesAlsoWhenMistyped) {
  const Pack pack = cocreatie();
  const auto suggestions = pack.suggest("krachtenv");
  ASSERT_FALSE(suggestions.empty());
  EXPECT_TRUE(suggestions[0].text.starts_with("Krachtenveld"));
  EXPECT_TRUE(suggestions[0].item);
  EXPECT_FALSE(pack.suggest("partisipatie").empty());
  EXPECT_TRUE(pack.suggest("").empty());
  const auto without_limit = pack.suggest("een krachtenveldanalyse", ~std::size_t{0} / 2 + 1);
  EXPECT_EQ(without_limit.size(), pack.suggest("een krachtenveldanalyse", 1000).size());
}

TEST(Search, TakesAnyInputWithoutAnError) {
  const Pack pack = cocreatie();
  std::string long_text;
  while (long_text.size() < 10'000) long_text += "woord" + std::to_string(long_text.size()) + " ";
  const std::vector<std::string> inputs = {"",
                                           " ",
                                           "-",
                                           "--",
                                           "\"",
                                           "\"open",
                                           "de het een",
                                           long_text,
                                           std::string(10'000, 'a'),
                                           "😀 🎉",
                                           std::string("\0\x01\x02\x7f", 4),
                                           "<script>alert(1)</script>",
                                           "שלום עולם",
                                           "\xff\xfe\xc3",
                                           "&&&",
                                           "b & ",
                                           "' ' '",
                                           "-- -raad",
                                           "kind:",
                                           "*",
                                           "a*"};
  for (const std::string& input : inputs) {
    const auto result = pack.search(input);
    for (const Hit& hit : result.hits) hit.snippet();
    EXPECT_GE(result.total(), result.hits.size()) << input.substr(0, 20);
    result.facets();
    result.suggestion();
  }
}

}  // namespace
}  // namespace landkaart
