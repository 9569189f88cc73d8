// SPDX-License-Identifier: EUPL-1.2
// The lazy ranges give the same values as the vectors, and satisfy the concepts of the standard
// library.
#include <algorithm>
#include <ranges>
#include <unordered_set>

#include <gtest/gtest.h>

#include "tests/pack/sample_pack.h"

namespace landkaart {
namespace {

using testing::Ids;
using testing::ids;
using testing::sample_pack;

static_assert(std::ranges::forward_range<ItemRange>);
static_assert(std::ranges::forward_range<LinkRange>);
static_assert(std::ranges::common_range<ItemRange>);
static_assert(std::ranges::borrowed_range<ItemRange>);
static_assert(std::ranges::view<ItemRange>);
static_assert(std::ranges::viewable_range<LinkRange>);

Ids ids_in(const ItemRange& range) {
  Ids ids;
  for (const Item& item : range) ids.push_back(item.id());
  return ids;
}

TEST(ItemRange, HasTheItemsOfTheVectorInTheSameOrder) {
  const Pack pack = sample_pack();
  EXPECT_EQ(ids_in(pack.item_range()), ids(pack.items()));
  EXPECT_EQ(ids_in(pack.item_range()).size(), pack.size());
  EXPECT_EQ(ids_in(pack.item_range({.tags = {"griffie"}})), Ids({"raad"}));
  EXPECT_EQ(ids_in(pack.work_form_range({.obstacle = "alleen"})), Ids({"trio", "kring"}));
}

TEST(ItemRange, IsEmptyForAnUnknownId) {
  const Pack pack = sample_pack();
  EXPECT_TRUE(pack.item_range({.themes = {"nergens"}}).empty());
  EXPECT_TRUE(pack.work_form_range({.obstacle = "nergens"}).empty());
  EXPECT_FALSE(pack.item_range({.themes = {"waarden"}}).empty());
}

TEST(ItemRange, CanBeIteratedOverMoreThanOnce) {
  const Pack pack = sample_pack();
  const ItemRange range = pack.item_range({.kinds = {Kind::topic}});
  auto first = range.begin();
  const auto second = first++;
  EXPECT_EQ((*second).id(), "raad");
  EXPECT_EQ((*first).id(), "regels");
  EXPECT_EQ(second, range.begin());
  EXPECT_NE(second, first);
  EXPECT_EQ(++first, range.end());
}

TEST(ItemRange, WorksWithViewsAndAlgorithms) {
  const Pack pack = sample_pack();
  Ids firsts;
  for (const Item& item : pack.item_range() | std::views::take(2)) firsts.push_back(item.id());
  EXPECT_EQ(firsts, Ids({"waarden", "kracht"}));
  EXPECT_EQ(std::ranges::count(pack.item_range(), Kind::work_form, &Item::kind), 3);
}

TEST(ItemRange, KeepsItsPackInMemory) {
  ItemRange range;
  EXPECT_TRUE(range.empty());
  range = sample_pack().item_range({.kinds = {Kind::theme}});
  EXPECT_EQ(ids_in(range), Ids({"waarden", "kracht"}));
}

TEST(LinkRange, HasTheLinksOfTheVector) {
  const Item item = *sample_pack().item("raad");
  std::size_t links = 0;
  for (const Item::Link& link : item.backlink_range()) {
    EXPECT_EQ(link.item, item.backlinks()[links].item);
    EXPECT_EQ(link.type, item.backlinks()[links].type);
    ++links;
  }
  EXPECT_EQ(links, 2u);
  EXPECT_EQ((*item.link_range().begin()).item.id(), "regels");
}

TEST(ItemHash, IsEqualForEqualItemsOnly) {
  const Pack pack = sample_pack();
  std::unordered_set<Item> items;
  for (const Item& item : pack.item_range()) items.insert(item);
  for (const Item& item : pack.items()) items.insert(item);
  EXPECT_EQ(items.size(), pack.size());
  EXPECT_TRUE(items.contains(*pack.item("oud"))) << "a redirect gives the item itself";
  EXPECT_FALSE(items.contains(*sample_pack().item("raad"))) << "an item of another opened pack";
}

}  // namespace
}  // namespace landkaart
