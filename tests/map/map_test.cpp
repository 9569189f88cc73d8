// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <landkaart/landkaart.h>

#include "core/format/container.h"
#include "core/map/map_features.h"
#include "core/model/item_table.h"
#include "core/pack/map_check.h"
#include "tests/support/temporary_folder.h"

namespace landkaart {
namespace {

// A pack with a square land of 100 by 100 units, two topics in the land, an obstacle at sea that
// links to one of them, and a journey.
Pack small_pack() {
  testing::TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("themes/land.md", "title: Land\n");
  folder.write_item("topics/noord.md", "title: Noord\n");
  folder.write_item("topics/zuid.md", "title: Zuid\n");
  folder.write_item("obstacles/zee.md", "title: Zee\ntopics: [noord]\nanother-way: Keer om.\n");
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

TEST(Map, FindsTheTerritoryAtAPoint) {
  const Map map = small_pack().map();
  EXPECT_EQ(map.locate(50, 50), "land");
  EXPECT_EQ(map.locate(150, 50), std::nullopt);
  EXPECT_EQ(map.locate(-1e9, 1e9), std::nullopt);
}

TEST(Map, ReturnsTheNearestPlacesAndHazardsFirst) {
  const Map map = small_pack().map();
  EXPECT_EQ(ids(map.nearest(140, 50, 1)), Ids({"zee"}));
  EXPECT_EQ(ids(map.nearest(50, 0, 9)), Ids({"noord", "zuid", "zee"}));
  EXPECT_TRUE(map.nearest(0, 0, 0).empty());
}

TEST(Map, FindsPlacesInABoxAndOnItsEdges) {
  const Map map = small_pack().map();
  EXPECT_EQ(ids(map.within({{50, 0}, {150, 50}})), Ids({"noord", "zee"}));
  EXPECT_TRUE(map.within({{60, 60}, {40, 40}}).empty());
}

TEST(Map, RoundsCoordinatesToAHundredth) {
  EXPECT_EQ(small_pack().map().places().front().at, (Point{50, 10.13}));
}

TEST(Map, LeadsAJourneyAlongTheStopsThatAreOnTheMap) {
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

TEST(Map, LeadsFromAnObstacleToTheTopicsThatHelp) {
  const auto journey = small_pack().map().journey("zee");
  ASSERT_TRUE(journey);
  EXPECT_EQ(journey->stops, Ids({"zee", "noord"}));
  EXPECT_EQ(journey->path, (std::vector<Point>{{150, 50}, {50, 10.13}}));
  EXPECT_EQ(small_pack().map().journey("tocht")->title, "Tocht");
  EXPECT_EQ(small_pack().map().journey("noord"), std::nullopt);
}

TEST(Map, DoesNotCountABayAsPartOfItsTerritory) {
  const std::vector<Point> horseshoe = {{0, 0},   {30, 0},  {30, 30}, {20, 30}, {20, 10},
                                        {10, 10}, {10, 30}, {0, 30},  {0, 0}};
  Map::Content content;
  content.territories = {{"hoef", horseshoe},
                         {"buur", {{30, 0}, {60, 0}, {60, 30}, {30, 30}, {30, 0}}}};
  const Map map(content);
  EXPECT_EQ(map.locate(5, 25), "hoef");
  EXPECT_EQ(map.locate(25, 25), "hoef");
  EXPECT_EQ(map.locate(15, 5), "hoef");
  EXPECT_EQ(map.locate(15, 25), std::nullopt) << "this point lies in the bay";
  EXPECT_EQ(map.locate(30, 15), "buur") << "a point on a border belongs to exactly one territory";
}

TEST(Map, ReturnsEquallyNearPlacesInOrderOfId) {
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

TEST(Map, IsComparedWithTheItemsOfThePack) {
  const Pack pack = small_pack();
  const Bytes file(reinterpret_cast<const std::uint8_t*>(pack.bytes().data()), pack.bytes().size());
  const Container container({file, nullptr});
  const ItemTable table(container);
  EXPECT_NO_THROW(check_map(pack.map(), table));
  const auto refusal = [&](const Map::Content& content) {
    try {
      check_map(Map(content), table);
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  Map::Content content;
  content.places = {{"weg", {0, 0}}};
  EXPECT_NE(refusal(content).find("the id of no item"), std::string::npos);
  content.places = {{"noord", {0, 0}}, {"noord", {1, 1}}};
  EXPECT_NE(refusal(content).find("the same id"), std::string::npos);
  content.places.clear();
  content.hazards = {{"noord", {0, 0}}};
  EXPECT_NE(refusal(content).find("does not fit its kind"), std::string::npos);
}

TEST(Map, RejectsFeaturesThatBreakTheRules) {
  const auto wrap = [](const std::string& feature) {
    return R"({"type": "FeatureCollection", "features": [)" + feature + "]}";
  };
  const auto feature = [&](const std::string& properties, const std::string& geometry) {
    return wrap(R"({"properties": {)" + properties + R"(}, "geometry": {)" + geometry + "}}");
  };
  const std::string place = R"("role": "place", "id": "a")";
  struct Case {
    std::string geojson, message;
  };
  const std::vector<Case> cases = {
      {"", "not a GeoJSON FeatureCollection"},
      {"{", "not a GeoJSON FeatureCollection"},
      {"[]", "not a GeoJSON FeatureCollection"},
      {"{}", "not a GeoJSON FeatureCollection"},
      {R"({"features": {}})", "not a GeoJSON FeatureCollection"},
      {wrap("7"), "feature 1 has no \"properties\""},
      {wrap(R"({"properties": {"role": "lake"}})"), "feature 1 has a role that is not"},
      {feature(place, R"("type": "Polygon", "coordinates": [])"), "must be a Point"},
      {feature(place, R"("type": "Point", "coordinates": [1])"), "not a pair of numbers"},
      {feature(place, R"("type": "Point", "coordinates": [1e30, 0])"), "a million units"},
      {feature(R"("role": "place", "id": 5)", R"("type": "Point", "coordinates": [1, 2])"),
       "id that is not text"},
      {feature(R"("role": "road")", R"("type": "LineString", "coordinates": [[1, 2]])"),
       "fewer than two points"},
      {feature(R"("role": "territory", "id": "a")",
               R"("type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]])"),
       "not closed"},
  };
  for (const auto& [geojson, message] : cases) {
    try {
      parse_map(geojson);
      ADD_FAILURE() << "accepted: " << geojson;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::malformed) << geojson;
      EXPECT_NE(std::string(error.what()).find(message), std::string::npos) << error.what();
    }
  }
}

}  // namespace
}  // namespace landkaart
