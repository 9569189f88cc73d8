// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <iterator>
#include <ranges>
#include <type_traits>

#include <gtest/gtest.h>

#include <landkaart/cocreatie.h>
#include <landkaart/error.h>

#include "tests/pack/sample_pack.h"

namespace landkaart {
namespace {

using testing::found;
using testing::sample_pack;

static_assert(std::ranges::random_access_range<Hits>);
static_assert(std::ranges::sized_range<Hits>);
static_assert(!std::is_default_constructible_v<Hit> && !std::is_default_constructible_v<Hits> &&
              !std::is_default_constructible_v<SearchResult>);
static_assert(!std::is_constructible_v<SearchResult, std::shared_ptr<const SearchState>> &&
              !std::is_constructible_v<Hits, std::shared_ptr<const SearchState>>);

TEST(Search, FindsATypedWord) {
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

TEST(Search, MatchesEveryWordWhenAsked) {
  const Pack pack = sample_pack();
  EXPECT_EQ(pack.search("griffie alleen").total(), 2u);
  EXPECT_EQ(pack.search("griffie alleen", {.match = Match::all}).total(), 0u);
  EXPECT_EQ(pack.search("griffie beslist", {.match = Match::all}).total(), 1u);
}

TEST(Search, LeavesOutItemsWithAnExcludedWord) {
  EXPECT_EQ(found(sample_pack().search("regels -griffie")), testing::Ids({"regels"}));
}

TEST(Search, ReturnsHitsPageByPage) {
  const Pack pack = cocreatie();
  const auto all = found(pack.search("gesprek met de raad", {.limit = 20}));
  ASSERT_EQ(all.size(), 20u);
  const auto second = found(pack.search("gesprek met de raad", {.limit = 10, .offset = 10}));
  EXPECT_EQ(second, std::vector<std::string>(all.begin() + 10, all.end()));
  EXPECT_TRUE(pack.search("raad", {.limit = 10, .offset = ~std::size_t{0}}).hits.empty());
  EXPECT_TRUE(pack.search("raad", {.limit = 0}).hits.empty());
}

TEST(Search, MakesHitsWhileTheyAreRead) {
  const SearchResult result = cocreatie().search("gesprek met de raad", {.limit = 7});
  const std::vector<Hit> vector(result.hits.begin(), result.hits.end());
  ASSERT_EQ(vector.size(), 7u);
  for (std::size_t i = 0; i < vector.size(); ++i) {
    EXPECT_EQ(result.hits[i].id(), vector[i].id());
    EXPECT_EQ(result.hits.at(i).score(), vector[i].score());
    EXPECT_EQ((*(result.hits.end() - static_cast<std::ptrdiff_t>(7 - i))).id(), vector[i].id());
  }
  EXPECT_EQ(result.hits.front().id(), vector.front().id());
  EXPECT_THROW(static_cast<void>(result.hits.at(7)), std::out_of_range);
  std::vector<std::string> topics;
  const auto is_topic = [](const Hit& hit) { return hit.kind() == Kind::topic; };
  for (const Hit& hit : result.hits | std::views::filter(is_topic)) topics.push_back(hit.id());
  EXPECT_EQ(static_cast<std::ptrdiff_t>(topics.size()), std::ranges::count_if(vector, is_topic));
}

TEST(Search, KeepsItsPackAndQueryInMemoryForHits) {
  std::optional<Hits> hits;
  hits = cocreatie().search("gesprek met de raad", {.limit = 2}).hits;
  const Hit hit = (*hits)[1];
  hits.reset();
  EXPECT_FALSE(hit.snippet().text.empty());
  EXPECT_FALSE(hit.explain().empty());
}

TEST(Search, StopsAfterItsTimeLimit) {
  const Pack pack = cocreatie();
  const auto code_of = [](const auto& call) {
    try {
      call();
    } catch (const Error& error) {
      return std::string(name(error.code()));
    }
    return std::string("no error");
  };
  const std::chrono::nanoseconds none{0};
  EXPECT_EQ(code_of([&] { static_cast<void>(pack.search("raad", {.time_limit = none})); }),
            "time_limit_exceeded");
  EXPECT_EQ(code_of([&] {
              static_cast<void>(pack.search("\"de raad\"", {.limit = 0, .time_limit = none}));
            }),
            "time_limit_exceeded");
  const SearchResult result = pack.search("raad", {.time_limit = std::chrono::hours(1)});
  EXPECT_EQ(found(result), found(pack.search("raad")));
  EXPECT_EQ(result.total(), pack.search("raad").total());
  EXPECT_FALSE(result.facets().kinds.empty());
}

TEST(Search, FindsTheObstacleThatAQuestionDescribes) {
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
  EXPECT_EQ(pack.search("steun").hits.at(0).id(), "a") << "its title is the query";
  EXPECT_EQ(found(pack.search("draagvlak", {.kinds = {Kind::term}})), testing::Ids({"a"}));
}

TEST(Search, PutsAnExactTitleFirst) {
  const Pack pack = cocreatie();
  for (const Item& item : pack.items()) {
    const Hits hits = pack.search(item.title(), {.limit = 3}).hits;
    ASSERT_FALSE(hits.empty()) << item.title();
    EXPECT_EQ(hits[0].title(), item.title());
  }
}

TEST(Search, AppliesDutchRulesToDutchPacksOnly) {
  const auto pack_in = [](const std::string& language) {
    testing::TemporaryFolder folder;
    folder.write("pack.yaml", "id: test\ntitle: Test\nversion: 1.0.0\nlanguage: " + language +
                                  "\npublisher: Test\nlicence: CC0-1.0\n");
    folder.write_item("topics/a.md", "title: First\n", "A plan for the controle of a bewoner.");
    folder.write_item("topics/b.md", "title: Second\n", "Every avond.");
    return folder.build();
  };
  const Pack dutch = pack_in("nl-BE");
  const Pack english = pack_in("en");
  for (const char* query : {"plannetje", "kontrole", "bewonersavond"}) {
    EXPECT_FALSE(dutch.search(query).hits.empty()) << query;
    EXPECT_TRUE(english.search(query).hits.empty()) << query;
  }
  EXPECT_EQ(dutch.search("half uur").offers().max_minutes, 30);
  EXPECT_EQ(english.search("half uur").offers().max_minutes, std::nullopt);
  EXPECT_EQ(english.search("8 people").offers().group_size, 8);
}

TEST(Search, FindsTheSameFirstHitForACompoundTypedApartOrAsOneWord) {
  const Pack pack = cocreatie();
  const auto first = [&](std::string_view query) { return pack.search(query).hits.at(0).id(); };
  EXPECT_EQ(first("tunnel verlichting"), first("tunnelverlichting"));
  EXPECT_EQ(first("raads lid"), first("raadslid"));
  EXPECT_EQ(first("bewoners avond"), first("bewonersavond"));
  EXPECT_EQ(first("open space"), first("openspace"));
}

TEST(Search, LeavesOutATitleThatIsTheFirstLineOfTheTextFromSnippets) {
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

TEST(Search, AnswersAnyTextWithoutAnError) {
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
    for (const Hit& hit : result.hits) {
      for (const Highlight& mark : hit.snippet().highlights) EXPECT_LT(mark.begin, mark.end);
    }
    EXPECT_EQ(result.hits.size(), std::min<std::uint64_t>(10, result.total()));
    std::uint64_t counted = 0;
    for (const FacetCount& kind : result.facets().kinds) counted += kind.count;
    EXPECT_EQ(counted, result.total()) << input.substr(0, 20);
    EXPECT_NE(result.suggestion(), input) << "a suggestion differs from the query";
  }
}

}  // namespace
}  // namespace landkaart
