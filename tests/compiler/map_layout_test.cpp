// SPDX-License-Identifier: EUPL-1.2
// The map of a folder without map.geojson, or with a map.geojson that lacks some features.
#include "content-pack/compiler/map_layout.h"

#include <fstream>
#include <iterator>
#include <map>

#include <gtest/gtest.h>

#include "tests/support/random_town.h"
#include "tests/support/temporary_folder.h"

namespace landkaart {
namespace {

using testing::RandomTown;
using testing::TemporaryFolder;

void write_town(TemporaryFolder& folder, int topics) {
  folder.write_pack_yaml();
  folder.write_item("themes/noord.md", "title: Noord\n");
  folder.write_item("themes/zuid.md", "title: Zuid\n");
  for (int i = 0; i < topics; ++i) {
    const std::string name = "topics/plein-" + std::to_string(i) + ".md";
    folder.write_item(
        name, "title: Plein\nthemes: [" + std::string(i % 2 == 0 ? "noord" : "zuid") + "]\n");
  }
  folder.write_item("obstacles/put.md", "title: Put\nanother-way: Om.\nthemes: [zuid]\n");
}

std::map<std::string, Point> positions(const Map& map) {
  std::map<std::string, Point> positions;
  for (const auto* group : {&map.places(), &map.hazards()}) {
    for (const Place& place : *group) positions.emplace(place.id, place.at);
  }
  return positions;
}

// The number of places that moved or are gone, although the pack still has their item.
std::size_t moved_or_gone(const Map& before, const Pack& after) {
  std::size_t count = 0;
  const auto now = positions(after.map());
  for (const auto& [id, at] : positions(before)) {
    if (after.item(id)) count += !now.contains(id) || now.at(id) != at;
  }
  return count;
}

TEST(MapLayout, GivesEveryThemeALandAndEveryTopicAPlaceInIt) {
  TemporaryFolder folder;
  write_town(folder, 9);
  const Map map = folder.build().map();
  ASSERT_EQ(map.territories().size(), 2u);
  EXPECT_EQ(map.places().size(), 9u);
  EXPECT_EQ(map.hazards().size(), 1u);
  EXPECT_EQ(map.roads().size(), 8u) << "all topics are joined";
  for (const Place& place : map.places()) {
    const int number = place.id.back() - '0';
    EXPECT_EQ(map.locate(place.at.x, place.at.y), number % 2 == 0 ? "noord" : "zuid");
  }
  const Point put = positions(map).at("put");
  EXPECT_EQ(map.locate(put.x, put.y), "zuid");
}

TEST(MapLayout, IsTheSameForTheSameFolder) {
  TemporaryFolder folder;
  write_town(folder, 9);
  const Map map = folder.build().map();
  EXPECT_EQ(map.places().size(), 9u);
  EXPECT_EQ(folder.build().map().geojson(), map.geojson());
}

TEST(MapLayout, MovesNothingForATopicThatComesLast) {
  TemporaryFolder folder;
  write_town(folder, 9);
  const Map before = folder.build().map();
  folder.write_item("topics/aanbouw.md", "title: Aanbouw\norder: 1\nthemes: [noord]\n");
  const Pack after = folder.build();
  EXPECT_TRUE(positions(after.map()).contains("aanbouw"));
  EXPECT_EQ(moved_or_gone(before, after), 0u);
}

TEST(MapLayout, MovesNoFeatureOfMapGeojson) {
  TemporaryFolder folder;
  write_town(folder, 9);
  const Map before = folder.build().map();
  folder.write("map.geojson", before.geojson());
  folder.write_item("topics/aanbouw.md", "title: Aanbouw\nthemes: [noord]\n");
  const Pack after = folder.build();
  EXPECT_EQ(moved_or_gone(before, after), 0u);
  EXPECT_EQ(after.map().places().size(), 10u);
  EXPECT_EQ(after.map().territories().size(), 2u);
}

// Builds random towns, changes each, and builds them again, with or without the first pack as the
// previous release. Returns the number of places that moved or are gone, and the number of places.
template <typename Change>
std::pair<std::size_t, std::size_t> moved_of_all(unsigned towns, bool with_previous,
                                                 Change change) {
  std::size_t moved_in_all = 0, all = 0;
  for (unsigned seed = 0; seed < towns; ++seed) {
    TemporaryFolder folder;
    RandomTown town(seed);
    town.write(folder);
    const std::filesystem::path release = folder.path() / "release.lkp";
    build(folder.path(), release, {.jobs = 1});
    const Map before = Pack::open(release).map();
    change(town, folder);
    BuildOptions options{.jobs = 1};
    if (with_previous) options.previous = release;
    moved_in_all += moved_or_gone(before, folder.build(options));
    all += positions(before).size();
  }
  return {moved_in_all, all};
}

constexpr unsigned kTowns = 50;

TEST(MapLayout, MovesNothingForANewTopicWithThePreviousRelease) {
  const auto [moved, all] = moved_of_all(
      kTowns, true, [](RandomTown& town, TemporaryFolder& folder) { town.add_topic(folder); });
  EXPECT_GT(all, 500u);
  EXPECT_EQ(moved, 0u);
}

TEST(MapLayout, MovesNothingForARemovedItemWithThePreviousRelease) {
  const auto [moved, all] = moved_of_all(
      kTowns, true, [](RandomTown& town, TemporaryFolder& folder) { town.remove_one(folder); });
  EXPECT_GT(all, 500u);
  EXPECT_EQ(moved, 0u);
}

TEST(MapLayout, MovesUnderTenPercentForANewTopicWithoutThePreviousRelease) {
  const auto [moved, all] = moved_of_all(
      kTowns, false, [](RandomTown& town, TemporaryFolder& folder) { town.add_topic(folder); });
  RecordProperty("moved", static_cast<int>(moved));
  RecordProperty("all", static_cast<int>(all));
  EXPECT_LT(moved * 100, all * 10);
}

TEST(MapLayout, GivesANewTopicAPlaceBesideThoseOfThePreviousRelease) {
  TemporaryFolder folder;
  write_town(folder, 9);
  build(folder.path(), folder.path() / "release.lkp", {.jobs = 1});
  folder.write_item("topics/aanbouw.md", "title: Aanbouw\nthemes: [noord]\n");
  folder.write_item("themes/west.md", "title: West\n");
  const Map map = folder.build({.jobs = 1, .previous = folder.path() / "release.lkp"}).map();
  const Point aanbouw = positions(map).at("aanbouw");
  EXPECT_EQ(map.locate(aanbouw.x, aanbouw.y), "noord");
  EXPECT_EQ(map.territories().size(), 3u);
}

TEST(MapLayout, GivesAnItemThatChangedItsThemeAPlaceInItsNewLand) {
  TemporaryFolder folder;
  write_town(folder, 9);
  build(folder.path(), folder.path() / "release.lkp", {.jobs = 1});
  folder.write_item("topics/plein-0.md", "title: Plein\nthemes: [zuid]\n");
  const Map map = folder.build({.jobs = 1, .previous = folder.path() / "release.lkp"}).map();
  const Point plein = positions(map).at("plein-0");
  EXPECT_EQ(map.locate(plein.x, plein.y), "zuid");
}

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(MapLayout, KeepsPlacesApartAndComputedPlacesInTheirLand) {
  std::size_t computed = 0;
  for (unsigned seed = 0; seed < kTowns; ++seed) {
    TemporaryFolder folder;
    RandomTown(seed).write(folder);
    const std::string drawn = read(folder.path() / "map.geojson");
    const Pack pack = folder.build();
    const Map map = pack.map();
    const auto at = positions(map);
    for (const auto& [id, place] : at) {
      for (const auto& [other, beside] : at) {
        EXPECT_TRUE(id == other || place != beside) << seed << ' ' << id << ' ' << other;
      }
      if (drawn.find("\"" + id + "\"") != std::string::npos) continue;
      ++computed;
      EXPECT_EQ(map.locate(place.x, place.y), pack.item(id)->themes().front().id())
          << seed << ' ' << id;
    }
  }
  EXPECT_GT(computed, 100u);
}

TEST(MapLayout, DrawsLandsAroundPlacesThatWereGiven) {
  TemporaryFolder folder;
  write_town(folder, 4);
  std::string features;
  const std::pair<const char*, const char*> given[] = {{"plein-0", "[10, 10]"},
                                                       {"plein-2", "[90, 20]"},
                                                       {"plein-1", "[20, 120]"},
                                                       {"plein-3", "[95, 130]"}};
  for (const auto& [id, at] : given) {
    features += std::string(features.empty() ? "" : ",") +
                R"({"type": "Feature", "properties": {"role": "place", "id": ")" + id +
                R"("}, "geometry": {"type": "Point", "coordinates": )" + at + "}}";
  }
  folder.write("map.geojson", R"({"type": "FeatureCollection", "features": [)" + features + "]}");
  const Map map = folder.build().map();
  EXPECT_EQ(map.locate(10, 10), "noord");
  EXPECT_EQ(map.locate(90, 20), "noord");
  EXPECT_EQ(map.locate(20, 120), "zuid");
  EXPECT_EQ(positions(map).at("plein-3"), (Point{95, 130}));
  const Point put = positions(map).at("put");
  EXPECT_EQ(map.locate(put.x, put.y), "zuid");
}

TEST(MapLayout, MakesNoMapWithoutTopics) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("themes/noord.md", "title: Noord\n");
  folder.write_item("articles/a.md", "title: A\nthemes: [noord]\n");
  EXPECT_TRUE(folder.build().map().empty());
}

TEST(MapLayout, AddsANoteAndNoMapForMoreThan5000Places) {
  SourceFolder source;
  const auto add = [&](Kind kind) -> SourceItem& {
    SourceItem& item = source.items.emplace_back();
    item.record.kind = kind;
    return item;
  };
  add(Kind::theme).id = "noord";
  for (int i = 0; i <= 5'000; ++i) add(Kind::topic).themes.push_back({"noord", {}});
  MistakeList mistakes;
  lay_out_map(source, {}, mistakes);
  EXPECT_TRUE(source.map.empty());
  ASSERT_EQ(mistakes.notes().size(), 1u);
  EXPECT_TRUE(mistakes.notes().front().problem.starts_with("5001 topics and obstacles have no"));
}

// Each of the 8,000 lands in rows has more than 16 points.
TEST(MapLayout, AddsANoteAndNoMapForLandsWithTooManyPoints) {
  SourceFolder source;
  for (int i = 0; i < 8000; ++i) {
    SourceItem& theme = source.items.emplace_back();
    theme.record.kind = Kind::theme;
    theme.id = "t" + std::to_string(i);
  }
  SourceItem& topic = source.items.emplace_back();
  topic.record.kind = Kind::topic;
  topic.id = "a";
  topic.themes.push_back({"t0", {}});
  MistakeList mistakes;
  lay_out_map(source, {}, mistakes);
  EXPECT_TRUE(source.map.empty());
  ASSERT_EQ(mistakes.notes().size(), 1u);
  EXPECT_EQ(mistakes.notes().front().code, "LK-M018");
}

}  // namespace
}  // namespace landkaart
