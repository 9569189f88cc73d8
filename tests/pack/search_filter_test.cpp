// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include <gtest/gtest.h>

#include <landkaart/cocreatie.h>

#include "tests/pack/sample_pack.h"

namespace landkaart {
namespace {

using testing::found;
using testing::sample_pack;

TEST(Search, FiltersByKindsAndThemes) {
  const Pack pack = sample_pack();
  EXPECT_EQ(found(pack.search("raad alleen", {.kinds = {Kind::obstacle}})),
            testing::Ids({"alleen"}));
  EXPECT_EQ(pack.search("raad alleen", {.kinds = {Kind::obstacle, Kind::topic}}).total(), 2u);
  EXPECT_EQ(pack.search("raad alleen", {.kinds = {Kind::story, Kind::topic}}).total(), 1u);
  EXPECT_EQ(found(pack.search("regels", {.themes = {"kracht"}})), testing::Ids({"raad"}));
  EXPECT_EQ(pack.search("regels", {.themes = {"kracht", "waarden"}}).total(), 2u);
}

TEST(Search, FiltersByTagsAndLanguage) {
  const Pack pack = sample_pack();
  EXPECT_EQ(found(pack.search("regels", {.tags = {"griffie"}})), testing::Ids({"raad"}));
  EXPECT_EQ(found(pack.search("regels", {.tags = {"niets", "raad"}})), testing::Ids({"raad"}));
  EXPECT_EQ(found(pack.search("regels", {.language = "fy"})), testing::Ids({"regels"}));
  EXPECT_EQ(found(pack.search("regels", {.language = "nl"})), testing::Ids({"raad"}));
}

TEST(Search, FiltersWorkFormsAsListsDo) {
  const Pack pack = sample_pack();
  const auto forms = [&](const SearchOptions& options) {
    auto ids = found(pack.search("kring trio sprint krachtenveld", options));
    std::ranges::sort(ids);
    return ids;
  };
  EXPECT_EQ(forms({}), testing::Ids({"kracht", "kring", "sprint", "trio"}));
  EXPECT_EQ(forms({.purpose = Purpose::survive}), testing::Ids({"kring", "sprint"}));
  EXPECT_EQ(forms({.group_size = 3}), testing::Ids({"trio"}));
  EXPECT_EQ(forms({.group_size = 8}), testing::Ids({"kring", "sprint"}));
  EXPECT_EQ(forms({.group_size = 0}), testing::Ids());
  EXPECT_EQ(forms({.max_minutes = 30}), testing::Ids({"kring", "trio"}));
  EXPECT_EQ(forms({.max_minutes = 19}), testing::Ids());
  EXPECT_EQ(forms({.max_difficulty = Difficulty::some_experience}),
            testing::Ids({"kring", "trio"}));
  EXPECT_EQ(forms({.obstacle = "alleen"}), testing::Ids({"kring", "trio"}));
  EXPECT_EQ(forms({.kinds = {Kind::topic}, .group_size = 8}), testing::Ids());
}

TEST(Search, FindsNothingForAFilterValueThatThePackDoesNotHave) {
  const Pack pack = sample_pack();
  for (const SearchOptions& options :
       {SearchOptions{.themes = {"nergens"}}, SearchOptions{.themes = {""}},
        SearchOptions{.tags = {"nergens"}}, SearchOptions{.language = "xx"},
        SearchOptions{.obstacle = "nergens"}, SearchOptions{.kinds = {Kind::video}},
        SearchOptions{.obstacle = "raad"}}) {
    const SearchResult result = pack.search("regels", options);
    EXPECT_TRUE(result.hits.empty());
    EXPECT_EQ(result.total(), 0u);
    EXPECT_TRUE(result.facets().kinds.empty());
  }
  EXPECT_EQ(found(pack.search("regels", {.themes = {"nergens", "kracht"}})), testing::Ids({"raad"}))
      << "one of the values is enough";
}

TEST(Search, AppliesItsOffersToTheQueryThatMadeThem) {
  const Pack pack = cocreatie();
  const std::string_view query = "werkvorm voor 8 mensen in 30 minuten";
  const Offers offers = pack.search(query).offers();
  const auto result = pack.search(
      query, {.limit = 100, .group_size = offers.group_size, .max_minutes = offers.max_minutes});
  ASSERT_GT(result.hits.size(), 3u);
  EXPECT_EQ(result.total(), result.hits.size());
  for (const Hit& hit : result.hits) {
    EXPECT_EQ(hit.kind(), Kind::work_form);
    EXPECT_LE(hit.item().group_size().min, 8) << hit.id();
    EXPECT_GE(hit.item().group_size().max, 8) << hit.id();
    EXPECT_LE(hit.item().minutes().min, 30) << hit.id();
  }
}

TEST(Search, OffersTheNumbersOfAQuery) {
  const Pack pack = cocreatie();
  EXPECT_EQ(pack.search("voor 8 personen").offers().group_size, 8);
  EXPECT_EQ(pack.search("een half uur met de raad").offers().max_minutes, 30);
  EXPECT_EQ(pack.search("het uur van de raad").offers().max_minutes, std::nullopt);
}

TEST(Search, AppliesFiltersInTheText) {
  const Pack pack = cocreatie();
  const auto as_option = found(pack.search("raad", {.kinds = {Kind::obstacle}}));
  ASSERT_GT(as_option.size(), 3u);
  EXPECT_EQ(found(pack.search("raad kind:obstacle")), as_option);
  EXPECT_EQ(found(pack.search("kind:obstacle gesprek kind:topic", {.limit = 20})),
            found(pack.search("gesprek", {.limit = 20, .kinds = {Kind::obstacle, Kind::topic}})));
  EXPECT_EQ(found(pack.search("theme:waarden raad")),
            found(pack.search("raad", {.themes = {"waarden"}})));
  EXPECT_EQ(found(pack.search("gesprek purpose:survive")),
            found(pack.search("gesprek", {.purpose = Purpose::survive})));
}

TEST(Search, PrefersAFilterInTheOptionsToOneInTheText) {
  const Pack pack = cocreatie();
  EXPECT_EQ(found(pack.search("raad kind:obstacle", {.kinds = {Kind::topic}})),
            found(pack.search("raad", {.kinds = {Kind::topic}})));
}

}  // namespace
}  // namespace landkaart
