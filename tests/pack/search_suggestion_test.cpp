// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include <gtest/gtest.h>

#include <landkaart/cocreatie.h>

#include "tests/pack/sample_pack.h"

namespace landkaart {
namespace {

TEST(Search, SuggestsAKnownWordForAMistypedOne) {
  const Pack pack = cocreatie();
  EXPECT_EQ(pack.search("verantwoordng").suggestion(), "verantwoording");
  EXPECT_EQ(pack.search("partisipatie").suggestion(), "participatie");
  EXPECT_EQ(pack.search("raad").suggestion(), std::nullopt);
}

TEST(Search, SuggestsTheQueryAsTypedButForItsMistypedWords) {
  const Pack pack = cocreatie();
  const auto suggestion = [&](std::string_view query) { return pack.search(query).suggestion(); };
  EXPECT_EQ(suggestion("Hoe werkt \"de raad\" met partisipatie?"),
            "Hoe werkt \"de raad\" met participatie?");
  EXPECT_EQ(suggestion("partisipatie -raad -\"te veel\""), "participatie -raad -\"te veel\"");
  EXPECT_EQ(suggestion("kind:topic partisipatie theme:waarden"),
            "kind:topic participatie theme:waarden");
  EXPECT_EQ(suggestion("gemeen* verantwoordng"), "gemeen* verantwoording");
  EXPECT_EQ(suggestion("partisipatie en partisipatie"), "participatie en participatie");
  EXPECT_EQ(suggestion("-partisipatie \"partisipatie nu\" raad"), std::nullopt)
      << "phrases and exclusions stay as typed";
}

TEST(Search, SuggestsValidUtf8ForAQueryThatIsNot) {
  EXPECT_EQ(cocreatie().search("partisipatie\x80 raad").suggestion(),
            "participatie\xef\xbf\xbd raad");
}

TEST(Search, SuggestsNothingForAWordThatWasResolvedOtherwise) {
  testing::TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("topics/a.md", "title: Tuin\n",
                    "Een tunnel met verlichting, en een burger. Tunnelverlichten kan.\n");
  folder.write("synonyms.yaml", "- term: burger\n  equal: [burgers uit de stad, stedeling]\n");
  const Pack pack = folder.build();
  EXPECT_EQ(pack.search("verlichtin").suggestion(), "verlichting");
  EXPECT_EQ(pack.search("tunnelverlichting").suggestion(), std::nullopt)
      << "the parts of the compound are known, though \"tunnelverlichten\" is near";
  EXPECT_EQ(pack.search("stedeling").suggestion(), std::nullopt) << "it has a synonym";
}

TEST(Suggest, CompletesTitlesAndMistypedWords) {
  const Pack pack = cocreatie();
  const auto suggestions = pack.suggest("krachtenv");
  ASSERT_FALSE(suggestions.empty());
  EXPECT_TRUE(suggestions[0].text.starts_with("Krachtenveld"));
  EXPECT_TRUE(suggestions[0].item);
  const auto mistyped = pack.suggest("partisipatie");
  EXPECT_TRUE(std::ranges::any_of(
      mistyped, [](const Suggestion& each) { return each.text == "participatie" && !each.item; }));
  EXPECT_TRUE(pack.suggest("").empty());
  const auto without_limit = pack.suggest("een krachtenveldanalyse", ~std::size_t{0} / 2 + 1);
  EXPECT_EQ(without_limit.size(), pack.suggest("een krachtenveldanalyse", 1000).size());
}

}  // namespace
}  // namespace landkaart
