// SPDX-License-Identifier: EUPL-1.2
#include "core/model/asset_table.h"

#include <map>

#include <gtest/gtest.h>

#include "core/base/varint.h"
#include "core/format/container_builder.h"
#include "core/format/string_dictionary_builder.h"
#include "core/model/media_types.h"
#include "landkaart/limits.h"
#include "tests/support/error_code.h"

namespace landkaart {
namespace {

using Values = std::map<std::string, std::string>;

// The value of an asset in the dictionary of names.
std::string value(std::uint64_t offset, std::uint64_t length, std::string_view media_type) {
  std::string out;
  append_varint(out, offset);
  append_varint(out, length);
  append_text(out, media_type);
  return out;
}

struct BuiltAssets {
  std::shared_ptr<const std::string> file;
  std::shared_ptr<const Container> container;
  std::shared_ptr<const AssetTable> table;

  BuiltAssets(const Values& values, const std::string& contents) {
    StringDictionaryBuilder names;
    for (const auto& [name, value] : values) names.add(name, value);
    auto [top, pages, blocks] = names.finish();
    file = std::make_shared<const std::string>(build_container(
        {{SectionId::asset_top, kCritical, std::move(top), Encoding::plain, 0},
         {SectionId::asset_pages, kCritical, std::move(pages), Encoding::plain, 0},
         {SectionId::asset_blocks, kCritical, std::move(blocks), Encoding::plain, 0},
         {SectionId::assets, 0, contents, Encoding::plain, 0}},
        0, Hash{}));
    container = std::make_shared<const Container>(SharedBytes{as_bytes(*file), file});
    table = std::make_shared<const AssetTable>(*container);
  }
};

// The code of reading all assets of a pack with these values.
ErrorCode code_of_all(const Values& values, const std::string& contents) {
  return testing::error_code([&] { BuiltAssets(values, contents).table->all(); });
}

TEST(AssetTable, ReturnsTheAssetsInOrderOfName) {
  const BuiltAssets built({{"a.png", value(0, 3, "image/png")},
                           {"map/één plaat.SVG", value(3, 2, "image/svg+xml")},
                           {"z", value(5, 0, "application/octet-stream")}},
                          "abcde");
  const std::vector<AssetEntry> assets = built.table->all();
  ASSERT_EQ(assets.size(), 3u);
  EXPECT_EQ(assets[1].name, "map/één plaat.SVG");
  EXPECT_EQ(assets[1].media_type, "image/svg+xml");
  EXPECT_EQ(as_text(assets[1].content), "de");
  EXPECT_EQ(as_text(built.table->find("a.png")->content), "abc");
  EXPECT_FALSE(built.table->find("b.png"));
}

TEST(AssetTable, RefusesANameThatIsNotARelativePath) {
  for (const std::string name : {"../a.png", "/a.png", "a//b.png", "a\\b.png", "c:a.png"}) {
    const Values values = {{name, value(0, 1, media_type_of(name))}};
    EXPECT_EQ(code_of_all(values, "x"), ErrorCode::malformed) << name;
    EXPECT_FALSE(BuiltAssets(values, "x").table->find(name)) << name;
  }
}

TEST(AssetTable, RefusesANameOfMoreThan512Bytes) {
  const std::string longest = std::string(508, 'x') + ".png";
  EXPECT_EQ(code_of_all({{longest, value(0, 1, "image/png")}}, "x"), ErrorCode{});
  EXPECT_EQ(code_of_all({{"x" + longest, value(0, 1, "image/png")}}, "x"),
            ErrorCode::limit_exceeded);
}

TEST(AssetTable, RefusesAMediaTypeThatDoesNotBelongToTheName) {
  for (const std::string type :
       {"text/html", "text/javascript", "image/svg+xml", "IMAGE/PNG", ""}) {
    const Values values = {{"a.png", value(0, 1, type)}};
    EXPECT_EQ(code_of_all(values, "x"), ErrorCode::malformed) << type;
    EXPECT_THROW(BuiltAssets(values, "x").table->find("a.png"), Error) << type;
  }
}

TEST(AssetTable, RefusesContentsThatOverlapHaveGapsOrLieOutside) {
  const auto code = [](std::uint64_t second, std::uint64_t length) {
    const Values values = {{"a.png", value(0, 2, "image/png")},
                           {"b.png", value(second, length, "image/png")}};
    return code_of_all(values, "abcd");
  };
  EXPECT_EQ(code(2, 2), ErrorCode{});
  EXPECT_EQ(code(1, 3), ErrorCode::malformed) << "overlap";
  EXPECT_EQ(code(3, 1), ErrorCode::malformed) << "gap";
  EXPECT_EQ(code(2, 1), ErrorCode::malformed) << "bytes of no asset";
  EXPECT_EQ(code(2, 3), ErrorCode::malformed) << "outside";
  EXPECT_EQ(code(2, ~std::uint64_t{0}), ErrorCode::malformed) << "outside";
}

TEST(AssetTable, Accepts65536AssetsAndRefusesOneMore) {
  Values values;
  while (values.size() < limits::kAssets) {
    values[std::to_string(1'000'000 + values.size())] = value(0, 0, "application/octet-stream");
  }
  EXPECT_EQ(code_of_all(values, ""), ErrorCode{});
  values["x"] = value(0, 0, "application/octet-stream");
  EXPECT_EQ(code_of_all(values, ""), ErrorCode::limit_exceeded);
}

TEST(MediaTypes, AreFoundByTheExtensionInAnyCase) {
  EXPECT_EQ(media_type_of("a.png"), "image/png");
  EXPECT_EQ(media_type_of("map.b/A.PNG"), "image/png");
  EXPECT_EQ(media_type_of("a.html"), "application/octet-stream");
  EXPECT_EQ(media_type_of("png"), "application/octet-stream");
  EXPECT_EQ(media_type_of(""), "application/octet-stream");
}

}  // namespace
}  // namespace landkaart
