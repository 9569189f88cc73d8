// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <landkaart/landkaart.h>

#include "core/map/map_features.h"
#include "tests/support/temporary_folder.h"

namespace landkaart {
namespace {

// A square land of 100 by 100 with two topics in it and an obstacle at sea.
Pack small_pack() {
  testing::TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("themes/land.md", "title: Land\n");
  folder.write_item("topics/noord.md", "title: Noord\n");
  folder.write_item("topics/zuid.md", "title: Zuid\n");
  folder.write_item("obstacles/zee.md", "title: Zee\nanother-way: Keer om.\n");
  folder.write_item("journeys/tocht.md", "title: Tocht\nstops: [zuid, land, noord]\n");
  folder.write("map.geojson", R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"role": "territory", "id": "land"},
     "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [100, 0], [100, 100], [0, 100], [0, 0]]]}},
    {"type": "Feature", "properties": {"role": "place", "id": "noord"}, "geometry": {"type": "Point", "coordinates": [50, 10.126]}},
    {"type": "Feature", "properties": {"role": "place", "id": "zuid"}, "geometry": {"type": "Point", "coordinates": [50, 90]}},
    {"type": "Feature", "properties": {"role": "hazard", "id": "zee"}, "geometry": {"type": "Point", "coordinates": [150, 50]}},
    {"type": "Feature", "properties": {"role": "road"}, "geometry": {"type": "LineString", "coordinates": [[50, 10], [50, 90]]}}]})");
  return folder.build();
}

std::vector<std::string> ids(const std::vector<Place>& places) {
  std::vector<std::string> ids;
  ids.reserve(places.size());
  for (const Place& place : places) ids.push_back(place.id);
  return ids;
}

using Ids = std::vector<std::string>;

TEST(Map, TellsTheTerritoryAtAPoint) {
  const Map map = small_pack().map();
  EXPECT_EQ(map.locate(50, 50), "land");
  EXPECT_EQ(map.locate(150, 50), std::nullopt);
  EXPECT_EQ(map.locate(-1e9, 1e9), std::nullopt);
}

TEST(Map, GivesTheNearestPlacesAndHazardsFirst) {
  const Map map = small_pack().map();
  EXPECT_EQ(ids(map.nearest(140, 50, 1)), Ids({"zee"}));
  EXPECT_EQ(ids(map.nearest(50, 0, 9)), Ids({"noord", "zuid", "zee"}));
  EXPECT_TRUE(map.nearest(0, 0, 0).empty());
}

TEST(Map, FindsWhatLiesInABoxWithItsEdges) {
  const Map map = small_pack().map();
  EXPECT_EQ(ids(map.within({{50, 0}, {150, 50}})), Ids({"noord", "zee"}));
  EXPECT_TRUE(map.within({{60, 60}, {40, 40}}).empty());
}

TEST(Map, KeepsCoordinatesToAHundredth) {
  EXPECT_EQ(small_pack().map().places().front().at, (Point{50, 10.13}));
}

TEST(Map, LeadsAJourneyAlongThePlacesOfItsStops) {
  const Journey journey = small_pack().map().journeys().at(0);
  EXPECT_EQ(journey.stops, Ids({"zuid", "land", "noord"}));
  EXPECT_EQ(journey.path, (std::vector<Point>{{50, 90}, {50, 10.13}}));
}

TEST(Map, WalksBetweenTwoPlacesAlongTheRoads) {
  Map::Content content;
  content.places = {{"a", {0, 0}}, {"b", {50, 5}}, {"c", {100, 0}}, {"eiland", {50, 300}}};
  content.roads = {{{{0, 0}, {50, 5}}}, {{{50, 5}, {100, 0}}}};
  const Map map(content);
  EXPECT_EQ(map.journey("a", "c")->stops, Ids({"a", "b", "c"}));
  EXPECT_EQ(map.journey("c", "a")->path, (std::vector<Point>{{100, 0}, {50, 5}, {0, 0}}));
  EXPECT_EQ(map.journey("a", "a")->stops, Ids({"a"}));
  EXPECT_EQ(map.journey("a", "eiland")->stops.back(), "eiland");
  EXPECT_EQ(map.journey("a", "weg"), std::nullopt);
}

TEST(Map, LeadsFromAnObstacleAlongWhatHelps) {
  const auto journey = small_pack().map().journey("zee");
  ASSERT_TRUE(journey);
  EXPECT_EQ(journey->stops, Ids({"zee"}));
  EXPECT_EQ(small_pack().map().journey("tocht")->title, "Tocht");
  EXPECT_EQ(small_pack().map().journey("noord"), std::nullopt);
}

TEST(Map, TellsTheLandOfABayFromTheBay) {
  const std::vector<Point> horseshoe = {{0, 0},   {30, 0},  {30, 30}, {20, 30}, {20, 10},
                                        {10, 10}, {10, 30}, {0, 30},  {0, 0}};
  Map::Content content;
  content.territories = {{"hoef", horseshoe},
                         {"buur", {{30, 0}, {60, 0}, {60, 30}, {30, 30}, {30, 0}}}};
  const Map map(content);
  EXPECT_EQ(map.locate(5, 25), "hoef");
  EXPECT_EQ(map.locate(25, 25), "hoef");
  EXPECT_EQ(map.locate(15, 5), "hoef");
  EXPECT_EQ(map.locate(15, 25), std::nullopt) << "the bay";
  EXPECT_EQ(map.locate(30, 15), "buur") << "a point on a border is in one of the two";
}

TEST(Map, GivesPlacesThatAreEquallyNearInOrderOfId) {
  Map::Content content;
  content.places = {{"c", {0, 1}}, {"a", {1, 0}}};
  content.hazards = {{"b", {0, -1}}};
  const Map map(content);
  EXPECT_EQ(ids(map.nearest(0, 0, 3)), Ids({"a", "b", "c"}));
}

TEST(Map, IsEmptyInAPackWithoutOne) {
  testing::TemporaryFolder folder;
  folder.write_pack_yaml();
  const Map map = folder.build().map();
  EXPECT_TRUE(map.empty());
  EXPECT_EQ(map.locate(0, 0), std::nullopt);
  EXPECT_TRUE(parse_map(map.geojson()).empty());
}

TEST(Map, RefusesFeaturesThatBreakTheRules) {
  const auto wrap = [](const std::string& feature) {
    return R"({"type": "FeatureCollection", "features": [)" + feature + "]}";
  };
  const std::vector<std::string> wrong = {
      "",
      "{",
      "[]",
      "{}",
      R"({"features": {}})",
      wrap("7"),
      wrap(R"({"properties": {"role": "lake"}})"),
      wrap(
          R"({"properties": {"role": "place", "id": "a"}, "geometry": {"type": "Polygon", "coordinates": []}})"),
      wrap(
          R"({"properties": {"role": "place", "id": "a"}, "geometry": {"type": "Point", "coordinates": [1]}})"),
      wrap(
          R"({"properties": {"role": "place", "id": "a"}, "geometry": {"type": "Point", "coordinates": [1e30, 0]}})"),
      wrap(
          R"({"properties": {"role": "place", "id": 5}, "geometry": {"type": "Point", "coordinates": [1, 2]}})"),
      wrap(
          R"({"properties": {"role": "road"}, "geometry": {"type": "LineString", "coordinates": [[1, 2]]}})"),
      wrap(
          R"({"properties": {"role": "territory", "id": "a"}, "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]]}})"),
  };
  for (const std::string& map : wrong) EXPECT_THROW(parse_map(map), Error) << map;
}

}  // namespace
}  // namespace landkaart
