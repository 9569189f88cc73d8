// SPDX-License-Identifier: EUPL-1.2
// Tests of the data structures behind the map: each answer is compared with that of a slow and
// obvious computation.
#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "core/map/box_index.h"
#include "core/map/cell_rows.h"
#include "core/map/coastline.h"
#include "core/map/lettering.h"
#include "core/map/path_data.h"
#include "core/map/raster.h"
#include "core/map/road_network.h"

namespace landkaart {
namespace {

class RandomBoxes {
 public:
  double below(unsigned end) { return static_cast<double>(random_() % end); }
  // A box of at most `side` by `side` units with its lesser corner below (900, 600).
  Box box(unsigned side) {
    const Point least{below(900), below(600)};
    return {least, {least.x + 1 + below(side), least.y + 1 + below(side)}};
  }

 private:
  std::mt19937 random_{5};
};

TEST(BoxIndex, FindsTheBoxesThatOverlap) {
  RandomBoxes random;
  BoxIndex index;
  std::vector<Box> boxes;
  for (std::size_t i = 0; i < 200; ++i) {
    boxes.push_back(random.box(150));
    index.add(boxes.back(), i);
  }
  for (std::size_t i = 0; i < 50; ++i) index.remove(boxes[i], i);
  std::size_t found = 0;
  for (int round = 0; round < 500; ++round) {
    const Box box = random.box(80);
    std::vector<std::size_t> expected;
    for (std::size_t i = 50; i < boxes.size(); ++i) {
      if (i != 60 && overlap(boxes[i], box)) expected.push_back(i);
    }
    ASSERT_EQ(index.overlapping(box, 60), expected);
    ASSERT_EQ(index.overlaps_any(box, 60), !expected.empty());
    found += expected.size();
  }
  EXPECT_GT(found, 500u);
}

TEST(Raster, CountsTheTakenCellsOfABox) {
  RandomBoxes random;
  Raster raster({{0, 0}, {1000, 700}});
  for (int i = 0; i < 60; ++i) raster.take(random.box(60));
  raster.settle();
  std::size_t free = 0;
  for (int round = 0; round < 500; ++round) {
    const Box box = random.box(60);
    const Raster::Cells cells = Raster::cells(box);
    std::uint32_t expected = 0;
    for (int y = cells.top; y < cells.bottom; ++y) {
      for (int x = cells.left; x < cells.right; ++x) {
        const Box cell = around({(x + 0.5) * Raster::kCell, (y + 0.5) * Raster::kCell}, 1, 1);
        expected += raster.is_free_now(cell) ? 0 : 1;
      }
    }
    ASSERT_EQ(raster.taken_in(box), expected);
    ASSERT_EQ(raster.is_free(box), expected == 0);
    ASSERT_EQ(raster.is_free_now(box), expected == 0);
    free += expected == 0;
  }
  EXPECT_GT(free, 50u);
  EXPECT_LT(free, 450u);
}

TEST(Raster, TakesTheInsideOrTheOutsideOfAnOutline) {
  const std::vector<Point> triangle = {{100, 100}, {300, 100}, {100, 300}, {100, 100}};
  Raster inside(bounds_of(triangle)), outside(bounds_of(triangle));
  inside.take_inside(triangle);
  outside.take_outside(triangle);
  const Box in = around({130, 130}, 2, 2), out = around({270, 270}, 2, 2);
  EXPECT_FALSE(inside.is_free_now(in));
  EXPECT_TRUE(inside.is_free_now(out));
  EXPECT_TRUE(outside.is_free_now(in));
  EXPECT_FALSE(outside.is_free_now(out));
}

TEST(CellRows, FindsTheFreePositionsOfALetter) {
  RandomBoxes random;
  Raster raster({{0, 0}, {1000, 700}});
  for (int i = 0; i < 90; ++i) raster.take(random.box(60));
  raster.settle();
  const Box area{{200, 100}, {700, 400}};
  constexpr int kSize = 4, kAcross = -3, kDown = 2;
  const CellRows rows = CellRows(raster, area).grown(kSize);
  const Raster::Cells cells = Raster::cells(area);
  std::size_t free = 0;
  for (int y = rows.top(); y < rows.bottom(); ++y) {
    CellRows::Row blocked = rows.free_row();
    rows.add_taken(y + kDown, kAcross, blocked);
    std::vector<int> found, expected;
    rows.for_each_free(blocked, [&](int column) { found.push_back(column); });
    for (int x = cells.left; x < cells.right; ++x) {
      const int left = x + kAcross, top = y + kDown;
      const bool in_area = left >= cells.left && left + kSize <= cells.right && top >= cells.top &&
                           top + kSize <= cells.bottom;
      if (in_area && raster.is_free({0, 0, kSize, kSize}, left, top)) expected.push_back(x);
    }
    ASSERT_EQ(found, expected) << "row " << y;
    free += found.size();
  }
  EXPECT_GT(free, 100u);
}

TEST(RoadNetwork, FollowsARoadUnlessTheDetourIsTooLong) {
  using Line = std::vector<Point>;
  const Point from{0, 0}, to{100, 0};
  const auto way = [&](const std::vector<Line>& roads) { return RoadNetwork(roads).way(from, to); };
  const Line bend = {{0, 0}, {0, 40}, {100, 40}, {100, 0}};
  EXPECT_EQ(way({bend}), bend) << "180 units of road cost less than 2.2 times 100 units of land";
  const Line detour = {{0, 0}, {0, 90}, {100, 90}, {100, 0}};
  const Line straight = {from, to};
  EXPECT_EQ(way({detour}), straight) << "280 units of road cost more";
  EXPECT_EQ(way(std::vector<Line>()), straight) << "without roads";
}

TEST(Coastline, GivesTwoLandsTheSameBorder) {
  const Coastline coast = trace_coastline({{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}},
                                           {{100, 0}, {200, 0}, {200, 100}, {100, 100}, {100, 0}}});
  ASSERT_EQ(coast.borders.size(), 1u);
  ASSERT_EQ(coast.lands.size(), 2u);
  const std::vector<Point>& border = coast.borders.front();
  EXPECT_GT(border.size(), 8u) << "the border must wind";
  for (const std::vector<Point>& land : coast.lands) {
    EXPECT_EQ(land.front(), land.back());
    for (const Point& point : border) {
      EXPECT_NE(std::ranges::find(land, point), land.end()) << point.x << ", " << point.y;
    }
  }
}

TEST(Lettering, BreaksTitlesIntoEvenLines) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(break_lines("", 10, 100, 3), Lines());
  EXPECT_EQ(break_lines("een", 10, 100, 3), Lines({"een"}));
  EXPECT_EQ(break_lines("een twee drie vier", 10, 60, 3), Lines({"een twee", "drie vier"}));
  const Lines shortened = break_lines("een twee drie vier vijf zes zeven", 10, 40, 1);
  ASSERT_EQ(shortened.size(), 1u);
  EXPECT_TRUE(shortened.front().starts_with("een")) << shortened.front();
  EXPECT_TRUE(shortened.front().ends_with("\u2026")) << shortened.front();
  EXPECT_LE(text_width(shortened.front(), 10), 40);
}

TEST(PathData, WritesNumbersAndCommandsAsShortAsPossible) {
  EXPECT_EQ(short_number(3.04), "3");
  EXPECT_EQ(short_number(-0.5), "-.5");
  EXPECT_EQ(short_number(0), "0");
  EXPECT_EQ(short_number(12.25), "12.3");
  EXPECT_EQ(PathData().box({{1, 2}, {4, 6}}).text(), "M1 2l3 0 0 4-3 0z");
}

}  // namespace
}  // namespace landkaart
