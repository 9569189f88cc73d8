// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <landkaart/compiler.h>

#include "content-pack/compiler/asset_address.h"
#include "content-pack/compiler/composed_letters.h"
#include "tests/support/temporary_folder.h"

namespace landkaart {
namespace {

TEST(AssetNames, MayHaveSpacesAccentsAndPercentSigns) {
  testing::TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write("assets/mijn foto.png", "1");
  folder.write("assets/caf\xc3\xa9.png", "2");
  folder.write("assets/100%25.png", "3");
  folder.write_item("articles/a.md", "title: A\n",
                    "![een](<asset:mijn foto.png>) ![twee](asset:mijn%20foto.png)\n"
                    "![drie](asset:caf%C3%A9.png) ![vier](asset:caf\xc3\xa9.png)\n"
                    "![vijf](asset:100%2525.png)\n");
  const Pack pack = folder.build();
  const std::string html = pack.item("a")->html();
  EXPECT_NE(html.find("src=\"asset:mijn%20foto.png\" alt=\"een\""), std::string::npos) << html;
  EXPECT_NE(html.find("src=\"asset:mijn%20foto.png\" alt=\"twee\""), std::string::npos);
  EXPECT_NE(html.find("src=\"asset:caf\xc3\xa9.png\" alt=\"drie\""), std::string::npos);
  EXPECT_NE(html.find("src=\"asset:caf\xc3\xa9.png\" alt=\"vier\""), std::string::npos);
  EXPECT_NE(html.find("src=\"asset:100%2525.png\" alt=\"vijf\""), std::string::npos);
  EXPECT_EQ(pack.assets().size(), 3u);
  testing::TemporaryFolder exported;
  export_pack(pack, exported.path() / "export");
  const BuildReport again = build(exported.path() / "export", exported.path() / "again.lkp");
  EXPECT_EQ(again.root, pack.manifest().root);
}

TEST(AssetNames, AreTheSameWithAccentsInOneOrTwoCodePoints) {
  const std::string one = "caf\xc3\xa9.png", two = "cafe\xcc\x81.png";
  for (const std::string& file : {one, two}) {
    for (const std::string& address : {one, two}) {
      testing::TemporaryFolder folder;
      folder.write_pack_yaml();
      folder.write("assets/" + file, "1");
      folder.write_item("articles/a.md", "title: A\n", "![foto](asset:" + address + ")\n");
      const Pack pack = folder.build();
      EXPECT_EQ(pack.assets().at(0).name, one);
      EXPECT_NE(pack.item("a")->html().find("asset:" + one), std::string::npos);
    }
  }
  testing::TemporaryFolder both;
  both.write_pack_yaml();
  both.write("assets/" + one, "1");
  both.write("assets/" + two, "1");
  ASSERT_EQ(both.mistakes().size(), 1u);
  EXPECT_NE(both.mistakes()[0].find("two files have this name"), std::string::npos);
}

TEST(AssetNames, ThatReadersRefuseAreMistakes) {
  testing::TemporaryFolder folder;
  folder.write_pack_yaml();
  for (const char* name : {"a.html", "b.js", "c?.png", "con.txt", " d.png"}) {
    folder.write("assets/" + std::string(name), "1");
  }
  EXPECT_EQ(folder.mistakes().size(), 5u);
}

TEST(AssetNames, AreComposedLikeUnicodeForm) {
  EXPECT_EQ(with_composed_letters("a\xcc\x82\xcc\x81"), "\xe1\xba\xa5") << "two accents";
  EXPECT_EQ(with_composed_letters("\xcc\x81"
                                  "a"),
            "\xcc\x81"
            "a")
      << "an accent without a letter";
  EXPECT_EQ(with_composed_letters("q\xcc\x81"), "q\xcc\x81") << "no code point for both";
}

TEST(AssetNames, AreDecodedFromAddresses) {
  EXPECT_EQ(asset_name("asset:a%20b%2fc"), "a b/c");
  EXPECT_EQ(asset_name("asset:100%"), "100%");
  EXPECT_EQ(asset_name("asset:%zz%1"), "%zz%1");
  EXPECT_EQ(asset_name("asset:%ff"), "%ff") << "not UTF-8";
  EXPECT_EQ(canonical_asset_address("asset:100%"), "asset:100%25");
}

}  // namespace
}  // namespace landkaart
