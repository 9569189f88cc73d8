// SPDX-License-Identifier: EUPL-1.2
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>

#include <gtest/gtest.h>

#include <landkaart/cocreatie.h>

#include "tests/pack/sample_pack.h"

namespace landkaart {
namespace {

using testing::Ids;
using testing::ids;
using testing::sample_pack;

std::string text_of(std::span<const std::byte> bytes) {
  return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

// The bytes of the sample pack, as an object store or an archive would give them.
class StoredPack : public ByteSource {
 public:
  explicit StoredPack(std::string content = text_of(sample_pack().bytes()))
      : content_(std::move(content)) {}

  std::uint64_t size() const override { return content_.size(); }
  void read(std::uint64_t offset, std::span<std::byte> into) const override {
    std::memcpy(into.data(), content_.data() + offset, into.size());
  }

 private:
  std::string content_;
};

class UnreachablePack : public ByteSource {
 public:
  std::uint64_t size() const override { return 100; }
  void read(std::uint64_t, std::span<std::byte>) const override {
    throw std::out_of_range("the store does not answer");
  }
};

TEST(Pack, HasTheManifestThatThePublisherWrote) {
  const Pack pack = sample_pack();
  const Manifest& manifest = pack.manifest();
  EXPECT_EQ(manifest.id, "proef");
  EXPECT_EQ(manifest.release, 7u);
  EXPECT_EQ(manifest.language, "nl");
  EXPECT_EQ(manifest.root.size(), 64u);
}

TEST(Pack, OpensFromAFileWithoutACache) {
  testing::TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("topics/een.md", "title: Een\n", "Eerste tekst.");
  build(folder.path(), folder.path() / "proef.lkp");
  const Pack pack = Pack::open(folder.path() / "proef.lkp", {.cache_bytes = 0});
  EXPECT_EQ(ids(pack.items()), Ids({"een"}));
  EXPECT_EQ(pack.item("een")->text(), "Eerste tekst.\n");
  EXPECT_EQ(pack.search("tekst").hits.at(0).snippet().text, "Eerste tekst.");
}

TEST(Pack, OpensFromAByteSource) {
  const Pack pack = Pack::open(StoredPack());
  EXPECT_EQ(text_of(pack.bytes()), text_of(sample_pack().bytes()));
  EXPECT_EQ(pack.item("raad")->title(), "De gemeenteraad");
}

TEST(Pack, LetsTheExceptionOfAByteSourceThrough) {
  EXPECT_THROW(static_cast<void>(Pack::open(UnreachablePack())), std::out_of_range);
  EXPECT_THROW(static_cast<void>(Pack::try_open(UnreachablePack())), std::out_of_range);
}

TEST(Pack, TryOpenReturnsThePack) {
  const OpenResult result = Pack::try_open(StoredPack());
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->manifest().id, "proef");
  EXPECT_EQ(result.value().size(), (*result).size());
}

TEST(Pack, TryOpenReturnsTheErrorThatOpenThrows) {
  const OpenResult missing = Pack::try_open("nergens.lkp");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code(), ErrorCode::io);
  EXPECT_EQ(missing.error().where(), "nergens.lkp");
  EXPECT_THROW(static_cast<void>(missing.value()), Error);
  const OpenResult empty = Pack::try_open(StoredPack(""));
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error().code(), ErrorCode::not_a_pack);
}

TEST(Pack, StaysReadableWhenItsFileIsReplaced) {
  testing::TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("topics/een.md", "title: Een\n", "Eerste tekst.");
  const auto path = folder.path() / "proef.lkp";
  build(folder.path(), path);
  const Pack before = Pack::open(path);
  folder.write_item("topics/een.md", "title: Twee\n", "Tweede tekst.");
  build(folder.path(), path);
  EXPECT_EQ(before.item("een")->text(), "Eerste tekst.\n");
  EXPECT_EQ(Pack::open(path).item("een")->text(), "Tweede tekst.\n");
}

TEST(Pack, ThatWasReadIntoMemorySurvivesAFileThatShrinks) {
  testing::TemporaryFolder folder;
  const auto path = folder.path() / "proef.lkp";
  folder.write("proef.lkp", text_of(sample_pack().bytes()));
  const Pack pack = Pack::open(path, {.file_access = FileAccess::read});
  std::filesystem::resize_file(path, 0);
  EXPECT_EQ(pack.item("raad")->json(), sample_pack().item("raad")->json());
  EXPECT_EQ(pack.search("griffie").total(), sample_pack().search("griffie").total());
}

TEST(Pack, GivesAssetsWholeAndInParts) {
  const Pack pack = sample_pack();
  ASSERT_EQ(pack.assets().size(), 1u);
  const Asset asset = *pack.asset("kring.svg");
  EXPECT_EQ(asset.media_type, "image/svg+xml");
  EXPECT_EQ(text_of(asset.content), "<svg>0123456789</svg>");
  EXPECT_EQ(text_of(asset.range(5, 3)), "012");
  EXPECT_EQ(text_of(asset.range(15, 1000)), "</svg>");
  EXPECT_TRUE(asset.range(1000, 1).empty());
  EXPECT_EQ(pack.asset("nergens.png"), std::nullopt);
}

TEST(Pack, StaysInMemoryWhileAnAssetMapOrResultExists) {
  std::optional<Asset> asset;
  std::optional<Map> map;
  std::optional<SearchResult> result;
  {
    const Pack pack = sample_pack();
    asset = pack.asset("kring.svg");
    map = pack.map();
    result = pack.search("griffie");
  }
  EXPECT_EQ(text_of(asset->content), "<svg>0123456789</svg>");
  EXPECT_FALSE(map->empty());
  EXPECT_EQ(result->total(), 1u);
  EXPECT_FALSE(result->hits.at(0).snippet().text.empty());
}

TEST(Pack, ListsRedirectsAndSynonyms) {
  const Pack pack = sample_pack();
  EXPECT_EQ(pack.redirects(), (std::vector<std::pair<std::string, std::string>>{
                                  {"heel-oud", "raad"}, {"oud", "raad"}}));
  EXPECT_EQ(pack.synonyms(), R"([{"equal":["gemeenteraad"],"related":[],"term":"raad"}])");
}

// The kind of an item is the folder of its source file, so the files are an independent count.
std::map<std::string, std::set<std::string>> sources_by_folder() {
  std::map<std::string, std::set<std::string>> sources;
  for (const auto& file : std::filesystem::recursive_directory_iterator(LANDKAART_COCREATIE)) {
    const auto path = file.path().lexically_relative(LANDKAART_COCREATIE);
    if (path.has_parent_path() && path.extension() == ".md") {
      sources[path.parent_path().string()].insert(path.stem().string());
    }
  }
  return sources;
}

std::set<std::string> id_set(const std::vector<Item>& items) {
  const Ids listed = ids(items);
  return {listed.begin(), listed.end()};
}

TEST(Cocreatie, HasAnItemForEachSourceFile) {
  const Pack pack = cocreatie();
  const std::map<std::string, Kind> kinds = {
      {"themes", Kind::theme},         {"topics", Kind::topic},     {"obstacles", Kind::obstacle},
      {"work-forms", Kind::work_form}, {"articles", Kind::article}, {"videos", Kind::video},
      {"stories", Kind::story},        {"terms", Kind::term},       {"journeys", Kind::journey}};
  auto sources = sources_by_folder();
  std::size_t items = 0;
  for (const auto& [folder, kind] : kinds) {
    EXPECT_FALSE(sources[folder].empty()) << folder;
    EXPECT_EQ(id_set(pack.items({.kinds = {kind}})), sources[folder]) << folder;
    items += sources[folder].size();
  }
  EXPECT_EQ(pack.size(), items);
}

TEST(Cocreatie, ShowsEveryThemeTopicAndObstacleOnTheMap) {
  const Pack pack = cocreatie();
  std::set<std::string> territories, places, hazards;
  for (const Territory& territory : pack.map().territories()) territories.insert(territory.id);
  for (const Place& place : pack.map().places()) places.insert(place.id);
  for (const Place& hazard : pack.map().hazards()) hazards.insert(hazard.id);
  EXPECT_EQ(territories, id_set(pack.items({.kinds = {Kind::theme}})));
  EXPECT_EQ(places, id_set(pack.items({.kinds = {Kind::topic}})));
  EXPECT_EQ(hazards, id_set(pack.items({.kinds = {Kind::obstacle}})));
}

}  // namespace
}  // namespace landkaart
