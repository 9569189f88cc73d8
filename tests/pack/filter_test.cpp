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
  EXPECT_EQ(ids(pack.items({.kind = Kind::theme})), Ids({"waarden", "kracht"})) << "in the order of their front matter";
  EXPECT_EQ(ids(pack.items({.kind = Kind::topic, .theme = "waarden"})), Ids({"raad", "regels"}));
  EXPECT_EQ(ids(pack.items({.tag = "griffie"})), Ids({"raad"}));
  EXPECT_EQ(ids(pack.items({.language = "fy"})), Ids({"regels"}));
  EXPECT_EQ(pack.items().size(), pack.size());
}

TEST(Items, OfAnUnknownThemeTagOrKindAreEmpty) {
  const Pack pack = sample_pack();
  EXPECT_TRUE(pack.items({.theme = "nergens"}).empty());
  EXPECT_TRUE(pack.items({.tag = "niets"}).empty());
  EXPECT_TRUE(pack.items({.kind = Kind::video}).empty());
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
  EXPECT_EQ(pack.work_forms({.theme = "kracht"}).size(), 3u);
  EXPECT_TRUE(pack.work_forms({.theme = "waarden"}).empty());
  EXPECT_EQ(ids(pack.work_forms({.obstacle = "alleen"})), Ids({"trio", "kring"}))
      << "in the order of the links of the obstacle";
  EXPECT_TRUE(pack.work_forms({.obstacle = "nergens"}).empty());
  EXPECT_TRUE(pack.work_forms({.theme = "nergens"}).empty());
  EXPECT_EQ(ids(pack.work_forms({.purpose = Purpose::survive, .group_size = 8, .max_minutes = 60})),
            Ids({"kring"}));
}

}  // namespace
}  // namespace landkaart
