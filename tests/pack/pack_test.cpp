// SPDX-License-Identifier: EUPL-1.2
#include <fstream>

#include <gtest/gtest.h>

#include <landkaart/cocreatie.h>

#include "tests/pack/sample_pack.h"

namespace landkaart {
namespace {

using testing::sample_pack;

TEST(Pack, TellsWhatItIs) {
  const Pack pack = sample_pack();
  const Manifest& manifest = pack.manifest();
  EXPECT_EQ(manifest.id, "proef");
  EXPECT_EQ(manifest.release, 7u);
  EXPECT_EQ(manifest.language, "nl");
  EXPECT_EQ(manifest.root.size(), 64u);
}

TEST(Pack, OpensFromAFile) {
  testing::TemporaryFolder folder;
  folder.write_pack_yaml();
  build(folder.path(), folder.path() / "proef.lkp");
  const Pack pack = Pack::open(folder.path() / "proef.lkp", {.cache_bytes = 0});
  EXPECT_EQ(pack.size(), 0u);
  EXPECT_TRUE(pack.search("iets").hits.empty());
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

TEST(Pack, GivesAssetsWholeAndInParts) {
  const Pack pack = sample_pack();
  ASSERT_EQ(pack.assets().size(), 1u);
  const Asset asset = *pack.asset("kring.svg");
  EXPECT_EQ(asset.media_type, "image/svg+xml");
  const auto text = [](std::span<const std::byte> bytes) {
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  };
  EXPECT_EQ(text(asset.content), "<svg>0123456789</svg>");
  EXPECT_EQ(text(asset.range(5, 3)), "012");
  EXPECT_EQ(text(asset.range(15, 1000)), "</svg>");
  EXPECT_TRUE(asset.range(1000, 1).empty());
  EXPECT_EQ(pack.asset("nergens.png"), std::nullopt);
}

TEST(Pack, LivesOnInWhatItGave) {
  std::optional<Asset> asset;
  std::optional<Map> map;
  std::optional<SearchResult> result;
  {
    const Pack pack = sample_pack();
    asset = pack.asset("kring.svg");
    map = pack.map();
    result = pack.search("griffie");
  }
  EXPECT_EQ(asset->content.front(), std::byte{'<'});
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

TEST(Pack, OfTheProgramItselfHasTheWholeMaterial) {
  const Pack pack = cocreatie();
  EXPECT_EQ(pack.items({.kind = Kind::theme}).size(), 4u);
  EXPECT_EQ(pack.items({.kind = Kind::topic}).size(), 36u);
  EXPECT_EQ(pack.items({.kind = Kind::obstacle}).size(), 16u);
  EXPECT_EQ(pack.items({.kind = Kind::work_form}).size(), 60u);
  EXPECT_EQ(pack.map().territories().size(), 4u);
  EXPECT_EQ(pack.map().places().size(), 36u);
  EXPECT_EQ(pack.map().hazards().size(), 16u);
}

}  // namespace
}  // namespace landkaart
