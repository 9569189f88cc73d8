// SPDX-License-Identifier: EUPL-1.2
// Draws the worst maps that the limits of the format allow. Without bounds in core/map several of
// them take over 10 seconds or over 100 MB.
#include <cmath>
#include <functional>

#include <gtest/gtest.h>

#include <landkaart/landkaart.h>
#include <landkaart/limits.h>

#include "tests/map/modest_drawing.h"

namespace landkaart {
namespace {

using testing::RandomPoints;

constexpr std::size_t kMostBytes = 24'000'000;

std::vector<Point> rectangle(double width, double height) {
  return {{0, 0}, {width, 0}, {width, height}, {0, height}, {0, 0}};
}

// A title of the greatest length, with letters that take 6 bytes in XML.
std::string long_title() {
  std::string title;
  while (title.size() + 4 <= limits::kTitleBytes) title += "a\" \"";
  return title;
}

std::string long_id(std::size_t number) {
  std::string id = "p" + std::to_string(number);
  id.resize(limits::kIdBytes, 'x');
  return id;
}

using Content = Map::Content;

void add_lands(Content& content, std::size_t count, const std::vector<Point>& outline) {
  for (std::size_t i = 0; i < count; ++i) {
    content.territories.push_back({long_id(i), outline, long_title()});
  }
}

void add_places(Content& content, std::size_t count, const std::function<Point()>& at) {
  for (std::size_t i = 0; i < count; ++i) {
    (i % 4 == 0 ? content.hazards : content.places).push_back({long_id(i), at(), long_title()});
  }
}

void add_roads(Content& content, std::size_t count, std::size_t points) {
  RandomPoints random;
  for (std::size_t i = 0; i < count; ++i) {
    Road& road = content.roads.emplace_back();
    for (std::size_t j = 0; j < points; ++j) road.line.push_back(random.within(1000, 1400));
  }
}

void add_walk(Content& content, std::size_t stops) {
  Journey walk{"walk", {}, {}};
  for (std::size_t i = 0; i < stops; ++i) {
    const Place& place = content.places[i * 7919 % content.places.size()];
    walk.stops.push_back(place.id);
    walk.path.push_back(place.at);
  }
  content.journeys = {walk};
}

// A line that goes up and down over the whole height of the map with each point.
std::vector<Point> zigzag(std::size_t points) {
  std::vector<Point> outline;
  for (std::size_t i = 0; i < points; ++i) {
    outline.push_back(
        {1000.0 * static_cast<double>(i) / static_cast<double>(points), i % 2 == 0 ? 0.0 : 1400.0});
  }
  outline.push_back(outline.front());
  return outline;
}

struct WorstMap {
  const char* name;
  void (*make)(Content&);
};

const WorstMap kWorstMaps[] = {
    {"NinetyLandsAndAllRoadPoints",
     [](Content& content) {
       add_lands(content, 90, rectangle(900, 600));
       add_roads(content, 1300, 100);
     }},
    {"NineteenLandsOverEachOther",
     [](Content& content) {
       add_lands(content, 19, rectangle(1000, 1400));
       RandomPoints random;
       add_places(content, 2000, [&] { return random.within(1000, 1400); });
     }},
    {"LandsOnly",
     [](Content& content) {
       RandomPoints random;
       for (std::size_t i = 0; i < limits::kMapFeatures; ++i) {
         const Point at = random.within(1000, 1400);
         content.territories.push_back(
             {long_id(i), {at, random.within(1000, 1400), {0, 700}, at}, long_title()});
       }
     }},
    {"PlacesOutsideALongOutline",
     [](Content& content) {
       std::vector<Point> outline;
       for (int i = 0; i <= 19'000; ++i) {
         const double angle = (i % 19'000) * 2 * 3.14159265 / 19'000;
         outline.push_back({500 + 500 * std::cos(angle), 700 + 700 * std::sin(angle)});
       }
       add_lands(content, 1, outline);
       add_places(content, limits::kMapFeatures - 1, [] { return Point{1000, 0}; });
     }},
    {"TwoThousandPlacesAtOnePoint",
     [](Content& content) {
       add_lands(content, 1, rectangle(1000, 1400));
       add_places(content, 2000, [] { return Point{500, 500}; });
     }},
    {"GroupsOf24Places",
     [](Content& content) {
       std::size_t number = 0;
       add_places(content, 2000, [&] {
         const std::size_t square = number++ / 24;
         return Point{100.0 * static_cast<double>(square % 10),
                      100.0 * static_cast<double>(square / 10)};
       });
     }},
    {"AllPointsInOneZigzag",
     [](Content& content) {
       add_lands(content, 1, zigzag(limits::kMapPoints - 200));
       RandomPoints random;
       add_places(content, 100, [&] { return random.within(1000, 1400); });
     }},
    {"AWalkWithTheMostStops",
     [](Content& content) {
       add_places(content, 8'000, [] { return Point{3, 3}; });
       add_walk(content, limits::kStops);
     }},
    {"AWalkAlongManyRoads",
     [](Content& content) {
       RandomPoints random;
       add_places(content, 10, [&] { return random.within(1000, 1400); });
       add_roads(content, 125, 99);
       add_walk(content, 2);
     }},
    {"TinyCoordinates",
     [](Content& content) {
       RandomPoints random;
       for (std::size_t i = 0; i < 100; ++i) {
         const Point at = random.within(1e-300, 1e-300);
         add_lands(content, 1, {at, random.within(1e-300, 1e-300), {0, 0}, at});
       }
       add_places(content, 1500, [&] { return random.within(1e-300, 1e-300); });
     }},
    {"FlatAndHuge", [](Content& content) {
       add_lands(content, 100, rectangle(1e6, 1e-9));
       RandomPoints random;
       add_places(content, 1500, [&] { return random.within(1e6, 1e-9); });
     }}};

class WorstMaps : public ::testing::TestWithParam<WorstMap> {};

TEST_P(WorstMaps, AreDrawnWithinBoundsOfTimeAndSize) {
  Content content;
  GetParam().make(content);
  testing::expect_modest_drawing(Map(std::move(content)), {.highlight = "walk"}, kMostBytes);
}

INSTANTIATE_TEST_SUITE_P(All, WorstMaps, ::testing::ValuesIn(kWorstMaps),
                         [](const auto& tested) { return std::string(tested.param.name); });

TEST(WorstMapTitle, IsShortenedBetweenTwoLetters) {
  Content content;
  std::string title;
  while (title.size() < limits::kTitleBytes) title += "\xc3\xa9";
  content.places = {{"p", {0, 0}, "x" + title}};
  const std::string svg = Map(content).svg();
  std::string shown = "x";
  while (shown.size() < 239) shown += "\xc3\xa9";
  EXPECT_NE(svg.find("aria-label=\"" + shown + "\xe2\x80\xa6\""), std::string::npos);
}

}  // namespace
}  // namespace landkaart
