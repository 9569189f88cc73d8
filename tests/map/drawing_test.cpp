// SPDX-License-Identifier: EUPL-1.2
// Tests of the drawing of a map: its structure, its labels and the areas that can be clicked.
#include <gtest/gtest.h>

#include <landkaart/cocreatie.h>
#include <landkaart/landkaart.h>

#include "core/map/raster.h"
#include "core/map/sheet.h"
#include "core/map/targets.h"
#include "tests/map/random_map.h"
#include "tests/support/random_town.h"

namespace landkaart {
namespace {

Map default_map() { return cocreatie().map(); }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) {
    ++found;
  }
  return found;
}

Scene scene_of(const Map::Content& content) {
  Scene scene;
  for (const Territory& land : content.territories) {
    scene.lands.push_back({land.id, land.title, land.outline});
  }
  for (const auto* group : {&content.places, &content.hazards}) {
    for (const Place& place : *group) {
      scene.places.push_back({place.id, place.title, place.at, group == &content.hazards});
    }
  }
  for (const Road& road : content.roads) scene.roads.push_back(road.line);
  scene.heading = content.title;
  return scene;
}

Scene scene_of(const Map& map) {
  return scene_of({map.territories(), map.places(), map.hazards(), map.roads(), {}, {}, "x", "nl"});
}

// A box of letters, and the id of the land or place to which they belong.
struct Lettering {
  std::string owner;
  Box box;
};

std::vector<Lettering> lettering_of(const Scene& scene, const Sheet& sheet) {
  std::vector<Lettering> all;
  for (std::size_t i = 0; i < scene.places.size(); ++i) {
    if (!sheet.labels[i].lines.empty()) all.push_back({scene.places[i].id, sheet.labels[i].box});
  }
  for (std::size_t i = 0; i < scene.lands.size(); ++i) {
    if (!sheet.land_names[i]) continue;
    for (const Box& box : sheet.land_names[i]->boxes) all.push_back({scene.lands[i].id, box});
  }
  return all;
}

// The number of pairs of boxes with different owners that overlap.
std::size_t overlaps(const std::vector<Lettering>& all) {
  std::size_t found = 0;
  for (const Lettering& a : all) {
    for (const Lettering& b : all) found += a.owner < b.owner && overlap(a.box, b.box);
  }
  return found;
}

TEST(Drawing, HasLinksNamesAndNoInlineStylesOrScripts) {
  for (const auto variant : {SvgVariant::standalone, SvgVariant::embedded}) {
    const std::string svg = default_map().svg({.variant = variant});
    EXPECT_EQ(svg.find("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox="), 0u);
    EXPECT_EQ(count(svg, "role=\"group\" aria-label=\"Landkaart co-creatie\""), 1u);
    EXPECT_EQ(count(svg, "<a href="), 56u);
    for (const char* forbidden :
         {" style=", "<style", "<title", "<script", "<image", "<foreignObject"}) {
      EXPECT_EQ(count(svg, forbidden), 0u) << forbidden;
    }
  }
}

TEST(Drawing, StaysUnder120Kilobytes) {
  EXPECT_LT(default_map().svg().size(), 120'000u);
  EXPECT_LT(default_map().html({.highlight = "ob-verantwoording"}).size(), 120'000u);
}

TEST(Drawing, IsTheSameForTheSameOptions) {
  const SvgOptions options = {.highlight = "ob-regeldruk", .selected = {"kv-college"}};
  const std::string first = default_map().svg(options);
  const std::string other = Map(testing::RandomMap(1).content()).svg();
  EXPECT_NE(first, other);
  EXPECT_NE(first, default_map().svg()) << "the options must have an effect";
  EXPECT_EQ(default_map().svg(options), first) << "a drawing must not depend on earlier drawings";
}

TEST(Drawing, HasLiteralColoursOnlyInAStandaloneFile) {
  EXPECT_GT(count(default_map().svg(), "=\"#"), 100u);
  const std::string embedded = default_map().svg({.variant = SvgVariant::embedded});
  EXPECT_EQ(count(embedded, "fill=\"#") + count(embedded, "stroke=\"#"), 0u);
  EXPECT_EQ(count(embedded, "font-family"), 0u);
  EXPECT_NE(map_stylesheet().find("prefers-color-scheme:dark"), std::string::npos);
  EXPECT_NE(map_stylesheet().find("forced-colors:active"), std::string::npos);
}

TEST(Drawing, EscapesTitlesAddressesAndHeadings) {
  Map::Content content;
  content.territories = {{"a", {{0, 0}, {9, 0}, {9, 9}, {0, 0}}, "<script>\"&\x01"}};
  const std::string svg = Map(content).svg({.base_url = "/?a=1&b=\"", .heading = "'<\">"});
  EXPECT_EQ(count(svg, "<script"), 0u);
  EXPECT_NE(svg.find("href=\"/?a=1&amp;b=&quot;a\""), std::string::npos);
  EXPECT_NE(svg.find("aria-label=\"&lt;script&gt;&quot;&amp;\""), std::string::npos);
}

TEST(Drawing, NumbersTheStopsOfAnObstacle) {
  const std::string svg = default_map().svg({.highlight = "ob-verantwoording"});
  EXPECT_NE(svg.find("aria-label=\"Verantwoording zonder afzender (obstakel, halte 1)\""),
            std::string::npos);
  EXPECT_NE(svg.find("(halte 2)\""), std::string::npos);
  EXPECT_EQ(count(default_map().svg(), "halte"), 0u);
  EXPECT_EQ(default_map().svg({.highlight = "no-such-item"}), default_map().svg());
}

TEST(Drawing, CountsStopsThatAreNotOnTheMap) {
  Map::Content content;
  content.places = {{"a", {0, 0}, "A"}, {"c", {100, 0}, "C"}};
  content.journeys = {{"tocht", {"a", "een-artikel", "c"}, {{0, 0}, {100, 0}}}};
  const std::string svg = Map(content).svg({.language = "nl", .highlight = "tocht"});
  EXPECT_NE(svg.find("\"A (halte 1)\""), std::string::npos);
  EXPECT_NE(svg.find("\"C (halte 3)\""), std::string::npos) << "stop 2 has no point on the map";
  EXPECT_NE(svg.find(">3</text>"), std::string::npos);
}

TEST(Drawing, MarksSelectedItems) {
  EXPECT_EQ(count(default_map().svg({.selected = {"kv-college", "krachtenveld"}}), "aria-current"),
            2u);
}

TEST(Drawing, WritesTheLegendInTheRequestedLanguage) {
  EXPECT_NE(default_map().svg().find(">Legenda<"), std::string::npos);
  EXPECT_NE(default_map().svg({.language = "en"}).find(">Legend<"), std::string::npos);
  EXPECT_NE(default_map().svg({.language = "de-AT"}).find(">Legende<"), std::string::npos);
  EXPECT_NE(default_map().svg({.language = "fy"}).find(">Leginda<"), std::string::npos);
  EXPECT_NE(default_map().html({.language = "fy"}).find(", op dizze kaart\""), std::string::npos);
}

TEST(Drawing, WritesDutchWordsForAnUnknownLanguage) {
  const std::string svg = default_map().svg({.language = "la"});
  EXPECT_NE(svg.find(">Legenda<"), std::string::npos);
  EXPECT_EQ(count(svg, "lang=\"la\""), 0u);
  EXPECT_EQ(count(default_map().svg({.language = "fy-NL"}), "lang=\"fy\""), 1u);
  EXPECT_EQ(count(default_map().svg({.language = "nl-NL"}), "lang=\"nl\""), 1u)
      << "the words of the legend have the language of the map, so only the map names it";
}

TEST(Drawing, OfAnEmptyMapHasNoLinks) {
  EXPECT_EQ(count(Map(Map::Content{}).svg(), "<a "), 0u);
  EXPECT_NE(Map(Map::Content{}).html().find("<nav"), std::string::npos);
}

TEST(Drawing, DrawsDegenerateLandsAndRoads) {
  const std::vector<std::vector<Point>> shapes = {{{0, 0}, {0, 0}, {0, 0}, {0, 0}},
                                                  {{-1e6, 0}, {1e6, 0}, {1e6, 1e-3}, {-1e6, 0}},
                                                  {{0, -1e6}, {1, 1e6}, {2, -1e6}, {0, -1e6}}};
  for (const auto& shape : shapes) {
    Map::Content content;
    content.territories = {{"a", shape, "Naam"}};
    content.places = {{"b", shape[0]}, {"c", shape[0]}, {"d", shape[1]}};
    content.roads = {{shape}, {{shape[0], shape[0]}}};
    EXPECT_EQ(count(Map(content).svg(), "<a href="), 4u);
    EXPECT_EQ(Map(content).svg().find("nan"), std::string::npos);
  }
}

TEST(Lettering, LabelsEveryPlaceOfTheDefaultMapWithoutOverlap) {
  const Scene scene = scene_of(default_map());
  const Sheet sheet = lay_out(scene);
  const std::vector<Lettering> all = lettering_of(scene, sheet);
  EXPECT_EQ(overlaps(all), 0u);
  EXPECT_GT(scene.places.size(), 40u);
  EXPECT_GE(scene.lands.size(), 4u);
  EXPECT_EQ(sheet.labels.size(), scene.places.size());
  EXPECT_EQ(sheet.land_names.size(), scene.lands.size());
  for (const Label& label : sheet.labels) EXPECT_FALSE(label.lines.empty());
  for (const auto& name : sheet.land_names) EXPECT_TRUE(name);
}

TEST(Lettering, DoesNotOverlapInTwoHundredRandomMaps) {
  std::size_t places = 0, labelled = 0;
  for (unsigned seed = 0; seed < 200; ++seed) {
    const Scene scene = scene_of(testing::RandomMap(seed).content());
    const Sheet sheet = lay_out(scene);
    EXPECT_EQ(overlaps(lettering_of(scene, sheet)), 0u) << seed;
    places += scene.places.size();
    for (const Label& label : sheet.labels) labelled += !label.lines.empty();
  }
  RecordProperty("labelled", static_cast<int>(100 * labelled / places));
  EXPECT_GT(labelled * 100, places * 80);
}

TEST(Lettering, DoesNotOverlapInTwoHundredRandomPacks) {
  std::size_t places = 0, labelled = 0, lands = 0, named = 0;
  for (unsigned seed = 0; seed < 200; ++seed) {
    testing::TemporaryFolder folder;
    testing::RandomTown(seed).write(folder);
    const Scene scene = scene_of(folder.build().map());
    const Sheet sheet = lay_out(scene);
    EXPECT_EQ(overlaps(lettering_of(scene, sheet)), 0u) << seed;
    places += scene.places.size();
    for (const Label& label : sheet.labels) labelled += !label.lines.empty();
    lands += scene.lands.size();
    for (const auto& name : sheet.land_names) named += name.has_value();
  }
  RecordProperty("labelled", static_cast<int>(1000 * labelled / places));
  RecordProperty("named", static_cast<int>(1000 * named / lands));
  EXPECT_GT(labelled * 100, places * 96);
  EXPECT_GT(named * 100, lands * 98);
}

constexpr double kPhone = 0.36;  // CSS pixels for each unit on a screen of 360 pixels

// The shorter side of a box in CSS pixels on a telephone.
double narrowest(const Box& box) {
  return kPhone * std::min(box.greatest.x - box.least.x, box.greatest.y - box.least.y);
}

TEST(Targets, OfTheDefaultMapAreLargeEnoughForAFinger) {
  const Sheet sheet = lay_out(scene_of(default_map()));
  std::vector<double> sides;
  for (const Box& target : sheet.targets) sides.push_back(narrowest(target));
  std::ranges::sort(sides);
  EXPECT_GE(sides.front(), 24);
  EXPECT_GE(sides[sides.size() / 2], 28);
}

TEST(Targets, Are44PixelsWideAroundPlacesFarApart) {
  Map::Content content;
  content.places = {{"a", {0, 0}}, {"b", {300, 0}}, {"c", {900, 400}}};
  const Sheet sheet = lay_out(scene_of(content));
  EXPECT_EQ(sheet.targets.size(), 3u);
  for (const Box& target : sheet.targets) EXPECT_GE(narrowest(target), 44);
}

TEST(Targets, DoNotOverlapEachOther) {
  std::size_t pairs = 0;
  for (unsigned seed = 0; seed < 50; ++seed) {
    const Sheet sheet = lay_out(scene_of(testing::RandomMap(seed).content()));
    for (std::size_t i = 0; i < sheet.targets.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (sheet.places[i] == sheet.places[j]) continue;
        EXPECT_FALSE(overlap(grown(sheet.targets[i], -0.01), sheet.targets[j])) << seed;
        ++pairs;
      }
    }
  }
  EXPECT_GT(pairs, 1'000u) << "the random maps must have places";
}

TEST(Targets, SubtractBoxesExactly) {
  const Box box{{0, 0}, {10, 10}};
  const auto area = [](const std::vector<Box>& boxes) {
    double sum = 0;
    for (const Box& part : boxes) {
      sum += (part.greatest.x - part.least.x) * (part.greatest.y - part.least.y);
    }
    return sum;
  };
  EXPECT_EQ(area(subtract(box, {})), 100);
  EXPECT_EQ(area(subtract(box, {{{20, 0}, {30, 10}}})), 100) << "a box beside it";
  EXPECT_EQ(area(subtract(box, {{{2, 3}, {4, 6}}})), 94) << "a box inside it";
  EXPECT_EQ(area(subtract(box, {{{-5, -5}, {5, 5}}, {{4, 4}, {20, 20}}})), 40);
  EXPECT_TRUE(subtract(box, {{{-1, -1}, {11, 11}}}).empty());
}

}  // namespace
}  // namespace landkaart
