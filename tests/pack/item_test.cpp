// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/pack/sample_pack.h"

namespace landkaart {
namespace {

using testing::Ids;
using testing::ids;
using testing::sample_pack;

TEST(Item, IsFoundByItsIdAndByIdsThatRedirectToIt) {
  const Pack pack = sample_pack();
  EXPECT_EQ(pack.item("raad")->title(), "De gemeenteraad");
  EXPECT_EQ(pack.item("oud")->id(), "raad");
  EXPECT_EQ(pack.item("heel-oud")->id(), "raad") << "chains are followed";
  EXPECT_EQ(*pack.item("oud"), *pack.item("raad"));
}

TEST(Item, OfAnUnknownIdIsAnEmptyOptional) {
  const Pack pack = sample_pack();
  for (const char* id : {"", "nergens", "RAAD", "raad ", "raae", "\xff\xff", "zzzz"}) {
    EXPECT_EQ(pack.item(id), std::nullopt) << id;
  }
}

TEST(Item, HasTheValuesOfItsFrontMatter) {
  const Item item = *sample_pack().item("raad");
  EXPECT_EQ(item.kind(), Kind::topic);
  EXPECT_EQ(item.summary(), "Op tijd.");
  EXPECT_EQ(item.language(), "nl");
  EXPECT_EQ(ids(item.themes()), Ids({"kracht", "waarden"}));
  EXPECT_EQ(item.tags(), (std::vector<std::string_view>{"raad", "griffie"}));
  EXPECT_EQ(item.purpose(), std::nullopt);
  EXPECT_EQ(item.minutes(), Range());
  EXPECT_EQ(item.property("x-nummer"), "3");
  EXPECT_EQ(item.property("nergens"), std::nullopt);
  EXPECT_EQ(item.property("html"), std::nullopt) << "html() has the body";
}

TEST(Item, GivesItsBodyAsHtmlTextAndMarkdown) {
  const Item item = *sample_pack().item("raad");
  EXPECT_EQ(item.html(),
            "<p>De raad <strong>beslist</strong>. Zie <a href=\"item:regels\">regels</a>.</p>"
            "<h2>Vraag</h2><p>Wie belt de griffie?</p>");
  EXPECT_EQ(item.text(), "De raad beslist. Zie regels.\n\nVraag\n\nWie belt de griffie?\n");
  EXPECT_EQ(
      item.markdown(),
      "De raad **beslist**. Zie [regels](item:regels).\n\n## Vraag\n\nWie belt de griffie?\n");
}

TEST(Item, HasLinksInBothDirections) {
  const Pack pack = sample_pack();
  const auto links = pack.item("raad")->links();
  ASSERT_EQ(links.size(), 1u);
  EXPECT_EQ(links[0].type, LinkType::mentions);
  EXPECT_EQ(links[0].item.id(), "regels");
  const auto backlinks = pack.item("raad")->backlinks();
  ASSERT_EQ(backlinks.size(), 2u);
  EXPECT_EQ(backlinks[0].type, LinkType::topics);
  EXPECT_EQ(backlinks[0].item.id(), "alleen");
  EXPECT_EQ(backlinks[1].type, LinkType::related);
  EXPECT_EQ(ids(pack.item("alleen")->linked(LinkType::work_forms)), Ids({"trio", "kring"}));
}

TEST(Item, JsonHasLinksAndFrontMatter) {
  const auto json = nlohmann::json::parse(sample_pack().item("alleen")->json());
  EXPECT_EQ(json["id"], "alleen");
  EXPECT_EQ(json["kind"], "obstacle");
  EXPECT_EQ(json["topics"], nlohmann::json({"regels", "raad"}));
  EXPECT_EQ(json["another-way"], "Stop op tijd.");
  EXPECT_FALSE(json.contains("html")) << "it has no body";
}

TEST(Item, KeepsItsPackInMemory) {
  std::optional<Item> item;
  std::string_view title;
  {
    const Pack pack = sample_pack();
    item = pack.item("raad");
    title = item->title();
  }
  EXPECT_EQ(title, "De gemeenteraad");
  EXPECT_FALSE(item->text().empty());
}

TEST(Route, HasTheItemsToWhichTheObstacleLinks) {
  const auto route = sample_pack().route("alleen");
  ASSERT_TRUE(route);
  EXPECT_EQ(ids(route->topics), Ids({"regels", "raad"}));
  EXPECT_EQ(ids(route->work_forms), Ids({"trio", "kring"}));
  EXPECT_EQ(ids(route->stories), Ids({"wijk"}));
  EXPECT_EQ(route->another_way, "Stop op tijd.");
}

TEST(Route, IsEmptyForAnItemThatIsNoObstacle) {
  const Pack pack = sample_pack();
  EXPECT_EQ(pack.route("raad"), std::nullopt);
  EXPECT_EQ(pack.route("nergens"), std::nullopt);
}

}  // namespace
}  // namespace landkaart
