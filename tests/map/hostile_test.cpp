// SPDX-License-Identifier: EUPL-1.2
// Tests with maps that an attacker might make: each gives an Error, or a drawing within limits of
// time and size.
#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

#include <landkaart/landkaart.h>
#include <landkaart/limits.h>

#include "core/map/map_features.h"
#include "tests/map/modest_drawing.h"

namespace landkaart {
namespace {

using testing::expect_modest_drawing;
using testing::RandomPoints;

std::string place_at(const std::string& coordinates) {
  return R"({"type": "FeatureCollection", "features": [{"type": "Feature",
    "properties": {"role": "place", "id": "a"},
    "geometry": {"type": "Point", "coordinates": )" +
         coordinates + "}}]}";
}

// The code of the error with which a map is rejected; ErrorCode{} when it is accepted.
ErrorCode rejection(const std::string& geojson) {
  try {
    parse_map(geojson);
  } catch (const Error& error) {
    EXPECT_GT(std::string(error.what()).size(), 20u);
    return error.code();
  }
  return {};
}

TEST(HostileMap, IsRejectedWithCoordinatesThatAreNotNumbers) {
  for (const char* coordinates : {"[1e999, 0]", "[NaN, 0]", "[Infinity, 0]", "[null, 0]",
                                  "[\"1\", 0]", "[[1, 2], 0]", "[1e7, 0]", "[0, -1e7]", "{}"}) {
    EXPECT_EQ(rejection(place_at(coordinates)), ErrorCode::malformed) << coordinates;
  }
  EXPECT_EQ(parse_map(place_at("[1e-300, 999999]")).size(), 1u);
}

TEST(HostileMap, IsRejectedWithAnIdThatIsNotOfAnItem) {
  const auto with_id = [](const std::string& id) {
    std::string map = place_at("[1, 2]");
    return map.replace(map.find("\"a\""), 3, "\"" + id + "\"");
  };
  for (const char* id : {"", "A", "a b", "<script>", "a/../b", "\xc3\xa9", "a\\u0000"}) {
    EXPECT_EQ(rejection(with_id(id)), ErrorCode::malformed) << id;
  }
  const std::string longest(limits::kIdBytes, 'a');
  EXPECT_EQ(parse_map(with_id(longest)).front().id, longest);
  EXPECT_EQ(rejection(with_id(longest + "a")), ErrorCode::limit_exceeded);
}

TEST(HostileMap, IsRejectedWithMoreFeaturesOrPointsThanTheFormatAllows) {
  const std::string road =
      R"({"type": "Feature", "properties": {"role": "road"},
          "geometry": {"type": "LineString", "coordinates": [)";
  std::string many = R"({"features": [)", long_one = many + road + "[0, 0]";
  for (std::uint32_t i = 0; i <= limits::kMapFeatures; ++i) {
    many += (i > 0 ? "," : "") + road + "[0, 0], [1, 1]]}}";
  }
  for (std::uint32_t i = 0; i < limits::kMapPoints; ++i) long_one += ",[1, 2]";
  EXPECT_EQ(rejection(many + "]}"), ErrorCode::limit_exceeded);
  EXPECT_EQ(rejection(long_one + "]}}]}"), ErrorCode::limit_exceeded);
}

TEST(HostileMap, IsDrawnWithTheGreatestNumberOfPlaces) {
  RandomPoints random;
  Map::Content content;
  content.territories = {{"a", {{0, 0}, {1000, 0}, {1000, 1000}, {0, 0}}, "Land"}};
  for (std::uint32_t i = 0; i < limits::kMapFeatures; ++i) {
    content.places.push_back({"p" + std::to_string(i), random.within(1000, 1000), "Plek"});
  }
  expect_modest_drawing(Map(content));
}

TEST(HostileMap, IsDrawnWithAHundredThousandPlacesAtOnePoint) {
  Map::Content content;
  for (int i = 0; i < 100'000; ++i) {
    content.places.push_back({"p" + std::to_string(i), {5, 5}, "Plek"});
  }
  expect_modest_drawing(Map(content));
}

TEST(HostileMap, IsDrawnWithAnOutlineThatCrossesItself) {
  RandomPoints random;
  for (const int points : {10, 1'000, 20'000, 100'000}) {
    Map::Content content;
    content.territories = {{"a", {}, "Land"}};
    for (int i = 0; i < points; ++i)
      content.territories[0].outline.push_back(random.within(1000, 1000));
    content.territories[0].outline.push_back(content.territories[0].outline.front());
    content.places = {{"p", {500, 400}}};
    expect_modest_drawing(Map(content));
  }
}

TEST(HostileMap, IsDrawnSmallWithAnOutlineOf200ThousandPoints) {
  Map::Content content;
  content.territories = {{"a", {}, "Land"}};
  for (int i = 0; i <= 200'000; ++i) {
    const double angle = (i % 200'000) * std::numbers::pi / 100'000;
    const double radius = 300 + 20 * std::sin(angle * 40);
    content.territories[0].outline.push_back({radius * std::cos(angle), radius * std::sin(angle)});
  }
  content.places = {{"p", {0, 0}}};
  const Map map(content);
  expect_modest_drawing(map);
  EXPECT_LT(map.svg().size(), 200'000u) << "points that round to the same place are removed";
  EXPECT_NE(map.svg().find("textPath"), std::string::npos) << "the name of the land is drawn";
}

TEST(HostileMap, IsDrawnWith1000StopsAnd50ThousandRoads) {
  RandomPoints random;
  Map::Content content;
  Journey walk{"tocht", {}, {}};
  for (int i = 0; i < 1'000; ++i) {
    content.places.push_back({"p" + std::to_string(i), random.within(1000, 1000)});
    walk.stops.push_back(content.places.back().id);
    walk.path.push_back(content.places.back().at);
  }
  for (int i = 0; i < 50'000; ++i) {
    content.roads.push_back(
        {{random.within(1000, 1000), random.within(1000, 1000), random.within(1000, 1000)}});
  }
  content.journeys = {walk};
  expect_modest_drawing(Map(content), {.highlight = "tocht"});
}

TEST(HostileMap, IsDrawnWithEmptyAndHugeLands) {
  const std::vector<std::vector<Point>> shapes = {
      {},
      {{3, 3}},
      {{0, 0}, {0, 0}, {0, 0}, {0, 0}},
      {{-1e6, -1e6}, {1e6, -1e6}, {1e6, 1e6}, {-1e6, 1e6}, {-1e6, -1e6}},
      {{0, 0}, {1e-9, 0}, {1e-9, 1e-9}, {0, 0}},
      {{-1e6, 0}, {1e6, 0}, {1e6, 1e-6}, {-1e6, 0}}};
  for (const auto& outline : shapes) {
    Map::Content content;
    content.territories = {{"a", outline, "Land"}, {"b", outline, "Nog een"}};
    content.places = {{"p", {0, 0}}, {"q", {0, 0}}};
    expect_modest_drawing(Map(content), {.selected = {"a", "p"}});
  }
}

}  // namespace
}  // namespace landkaart
