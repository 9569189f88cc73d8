// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "tests/pack/sample_pack.h"

namespace landkaart {
namespace {

using testing::Ids;
using testing::ids;
using testing::sample_pack;

TEST(Items, AreListedByKindThemeTagAndLanguage) {
  const Pack pack = sample_pack();
  EXPECT_EQ(ids(pack.items({.kinds = {Kind::theme}})), Ids({"waarden", "kracht"}))
      << "in the order of their front matter";
  EXPECT_EQ(ids(pack.items({.kinds = {Kind::topic}, .themes = {"waarden"}})),
            Ids({"raad", "regels"}));
  EXPECT_EQ(ids(pack.items({.tags = {"griffie"}})), Ids({"raad"}));
  EXPECT_EQ(ids(pack.items({.language = "fy"})), Ids({"regels"}));
  EXPECT_EQ(pack.items().size(), pack.size());
}

TEST(Items, HaveAtLeastOneOfTheValuesOfAList) {
  const Pack pack = sample_pack();
  EXPECT_EQ(ids(pack.items({.kinds = {Kind::story, Kind::theme}})),
            Ids({"waarden", "kracht", "wijk"}))
      << "in the order of the pack";
  EXPECT_EQ(ids(pack.items({.kinds = {Kind::topic, Kind::obstacle}, .themes = {"kracht"}})),
            Ids({"raad", "alleen"}));
  EXPECT_EQ(ids(pack.items({.kinds = {Kind::topic}, .themes = {"kracht", "waarden"}})),
            Ids({"raad", "regels"}));
  EXPECT_EQ(ids(pack.items({.themes = {"waarden", "nergens"}})), Ids({"raad", "regels"}));
  EXPECT_EQ(ids(pack.items({.tags = {"niets", "raad"}})), Ids({"raad"}));
}

TEST(Items, AreWorkFormsWhenAConditionIsForWorkForms) {
  const Pack pack = sample_pack();
  EXPECT_EQ(ids(pack.items({.max_minutes = 30})), Ids({"kring", "trio"}));
  EXPECT_EQ(ids(pack.items({.obstacle = "alleen"})), Ids({"trio", "kring"}));
  EXPECT_TRUE(pack.items({.kinds = {Kind::topic}, .max_minutes = 30}).empty());
  EXPECT_TRUE(pack.work_forms({.kinds = {Kind::topic}}).empty());
}

TEST(Items, OfAnUnknownThemeTagOrKindAreEmpty) {
  const Pack pack = sample_pack();
  EXPECT_TRUE(pack.items({.themes = {"nergens"}}).empty());
  EXPECT_TRUE(pack.items({.tags = {"niets"}}).empty());
  EXPECT_TRUE(pack.items({.kinds = {Kind::video}}).empty());
}

TEST(WorkForms, FitWhenTheirMinimumDurationFits) {
  const Pack pack = sample_pack();
  EXPECT_EQ(ids(pack.work_forms({.max_minutes = 30})), Ids({"kring", "trio"}));
  EXPECT_EQ(ids(pack.work_forms({.max_minutes = 20})), Ids({"kring"}));
  EXPECT_TRUE(pack.work_forms({.max_minutes = 19}).empty());
}

TEST(WorkForms, FitAGroupBetweenTheirMinimumAndMaximumSize) {
  const Pack pack = sample_pack();
  EXPECT_EQ(ids(pack.work_forms({.group_size = 3})), Ids({"trio"}));
  EXPECT_EQ(ids(pack.work_forms({.group_size = 8})), Ids({"kring", "sprint"}));
  EXPECT_TRUE(pack.work_forms({.group_size = 13}).empty());
  EXPECT_TRUE(pack.work_forms({.group_size = -1}).empty());
}

TEST(WorkForms, AreFilteredByPurposeDifficultyThemeAndObstacle) {
  const Pack pack = sample_pack();
  EXPECT_EQ(ids(pack.work_forms({.purpose = Purpose::survive})), Ids({"kring", "sprint"}));
  EXPECT_EQ(ids(pack.work_forms({.max_difficulty = Difficulty::some_experience})),
            Ids({"kring", "trio"}));
  EXPECT_EQ(pack.work_forms({.themes = {"kracht"}}).size(), 3u);
  EXPECT_TRUE(pack.work_forms({.themes = {"waarden"}}).empty());
  EXPECT_EQ(ids(pack.work_forms({.obstacle = "alleen"})), Ids({"trio", "kring"}))
      << "in the order of the links of the obstacle";
  EXPECT_TRUE(pack.work_forms({.obstacle = "nergens"}).empty());
  EXPECT_TRUE(pack.work_forms({.themes = {"nergens"}}).empty());
  EXPECT_EQ(ids(pack.work_forms({.purpose = Purpose::survive, .group_size = 8, .max_minutes = 60})),
            Ids({"kring"}));
}

}  // namespace
}  // namespace landkaart
