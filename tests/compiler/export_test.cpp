// SPDX-License-Identifier: EUPL-1.2
// Exporting a pack and building the folder gives the same bytes, for any content of the pack.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <landkaart/cocreatie.h>

#include "tests/compiler/mistakes_in.h"
#include "tests/compiler/random_folder.h"
#include "tests/hostile/pack_parts.h"

namespace landkaart::testing {
namespace {

namespace fs = std::filesystem;

// Reports the items and values in which two packs differ.
void compare_items(const Pack& pack, const Pack& again) {
  ASSERT_EQ(again.size(), pack.size());
  for (const Item& item : pack.items()) {
    const auto other = again.item(item.id());
    ASSERT_TRUE(other) << item.id();
    EXPECT_EQ(other->json(), item.json());
  }
  EXPECT_EQ(again.manifest().json, pack.manifest().json);
  EXPECT_EQ(again.redirects(), pack.redirects());
  EXPECT_EQ(again.synonyms(), pack.synonyms());
  EXPECT_EQ(again.map().geojson(), pack.map().geojson());
}

// Exports a pack, builds the exported folder and returns the bytes of the new pack.
std::string rebuilt(const Pack& pack) {
  TemporaryFolder folder;
  export_pack(pack, folder.path());
  return build_to_memory(folder.path(), {.jobs = 1});
}

void expect_same_again(const std::string& content) {
  const Pack pack = Pack::from_memory(content);
  const std::string again = rebuilt(pack);
  EXPECT_EQ(Pack::from_memory(again).manifest().root, pack.manifest().root);
  EXPECT_TRUE(again == content);
  if (again != content) compare_items(pack, Pack::from_memory(again));
}

void expect_same_again(const TemporaryFolder& folder) {
  expect_same_again(build_to_memory(folder.path()));
}

TEST(Export, OfTheDefaultPackCompilesToTheSameBytes) {
  const auto bytes = cocreatie().bytes();
  expect_same_again({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

TEST(Export, OfANewFolderCompilesToTheSameBytes) {
  TemporaryFolder folder;
  init(folder.path());
  expect_same_again(folder);
}

TEST(Export, OfAnEmptyPackCompilesToTheSameBytes) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  expect_same_again(folder);
}

TEST(Export, OfAnEmptyMapAndNoSynonymsCompilesToTheSameBytes) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("map.geojson", "{\"features\": []}").write("synonyms.yaml", "[]");
  expect_same_again(folder);
}

TEST(Export, OfAValueThatIsNullCompilesToTheSameBytes) {
  TemporaryFolder folder;
  folder.write_pack_yaml("x-null: null\nx-text: \"null\"\nx-in: [~, {a: }]\n");
  expect_same_again(folder);
}

TEST(Export, OfALargeReleaseNumberCompilesToTheSameBytes) {
  TemporaryFolder folder;
  folder.write_pack_yaml("release: 18446744073709551615\n");
  expect_same_again(folder);
}

TEST(Export, OfIdsThatAreDevicesOfWindowsHasOtherFileNames) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  for (const std::string id : {"con", "nul", "com1", "lpt9", "con1", "a-con"}) {
    folder.write_item("articles/" + id + ".md", "title: A\n");
  }
  TemporaryFolder exported;
  export_pack(folder.build(), exported.path());
  Lines names;
  for (const auto& entry : fs::directory_iterator(exported.path() / "articles")) {
    names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  EXPECT_EQ(names, (Lines{"a-con.md", "com1_.md", "con1.md", "con_.md", "lpt9_.md", "nul_.md"}));
  expect_same_again(folder);
}

TEST(Export, OfALinkByAnOldIdCompilesToTheSameBytes) {
  TemporaryFolder folder;
  folder.write_pack_yaml("redirects: {oud: b}\n").write_item("articles/b.md", "title: B\n");
  folder.write_item("articles/a.md", "title: A\nrelated: [oud]\n", "[b](item:oud) [b](item:b)\n");
  expect_same_again(folder);
}

class RandomExport : public ::testing::TestWithParam<unsigned> {};

TEST_P(RandomExport, CompilesToTheSameBytes) {
  constexpr unsigned kPacks = 20;
  for (unsigned seed = GetParam() * kPacks; seed < (GetParam() + 1) * kPacks; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    TemporaryFolder folder;
    RandomFolder(seed, {.items = 5 + seed % 30}).write(folder);
    expect_same_again(folder);
    if (HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomExport, ::testing::Range(0u, 10u));

TEST(Export, WritesMoreThanAThousandItemsOfAKindAsLines) {
  TemporaryFolder folder;
  RandomFolder(7, {.items = 30, .lines = 1100}).write(folder);
  expect_same_again(folder);
  TemporaryFolder exported;
  export_pack(folder.build(), exported.path());
  EXPECT_TRUE(fs::exists(exported.path() / "articles/articles.jsonl"));
  EXPECT_EQ(std::distance(fs::directory_iterator(exported.path() / "articles"), {}), 1);
}

TEST(Export, RefusesAFolderWithFiles) {
  TemporaryFolder folder;
  folder.write("iets.txt", "x");
  for (const fs::path& taken : {folder.path(), folder.path() / "iets.txt"}) {
    try {
      export_pack(cocreatie(), taken);
      FAIL();
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::invalid_argument);
    }
  }
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

// Replaces a text in a pack by another text of the same length, and seals the pack.
std::string with_text(const std::string& content, const std::string& text,
                      const std::string& other) {
  PackParts parts = take_apart(content);
  for (PackSection& section : parts.sections) {
    for (std::size_t at; (at = section.stored.find(text)) != std::string::npos;) {
      section.stored.replace(at, text.size(), other);
    }
  }
  return seal(parts);
}

TEST(Export, NeverWritesOutsideItsFolder) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/aaaaaaaaaaaa.md", "title: A\n");
  folder.write("assets/bbbbbbbbbbbb", "x");
  const std::string content = build_to_memory(folder.path());
  for (const auto& [text, other] :
       {std::pair("aaaaaaaaaaaa", "../../ontsna"), std::pair("aaaaaaaaaaaa", "/tmp/ontsnap"),
        std::pair("bbbbbbbbbbbb", "../../ontsna"), std::pair("bbbbbbbbbbbb", "/tmp/ontsnap")}) {
    TemporaryFolder exported;
    try {
      export_pack(Pack::from_memory(with_text(content, text, other)), exported.path() / "een/twee");
      FAIL() << other;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::malformed);
    }
    for (const auto& entry : fs::recursive_directory_iterator(exported.path())) {
      const std::string path = entry.path().lexically_relative(exported.path()).generic_string();
      EXPECT_TRUE(path == "een" || path == "een/twee" || path.starts_with("een/twee/")) << path;
    }
  }
  EXPECT_FALSE(fs::exists("/tmp/ontsnap.md"));
  EXPECT_FALSE(fs::exists("/tmp/ontsnap"));
}

}  // namespace
}  // namespace landkaart::testing
