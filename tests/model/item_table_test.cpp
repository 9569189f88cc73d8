// SPDX-License-Identifier: EUPL-1.2
#include "core/model/item_table.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "tests/model/built_model.h"
#include "tests/support/error_code.h"

namespace landkaart {
namespace {

using testing::BuiltModel;
using testing::error_code;

// `count` items sorted by kind, with random values in every field of the record. The same count
// gives the same items.
std::vector<ItemEntry> random_items(std::uint32_t count) {
  std::mt19937 random(count);
  const auto below = [&](std::uint32_t end) { return static_cast<std::uint32_t>(random() % end); };
  std::vector<ItemEntry> items(count);
  std::vector<std::uint8_t> kinds(count);
  for (std::uint8_t& kind : kinds) kind = static_cast<std::uint8_t>(1 + below(kKinds));
  std::ranges::sort(kinds);
  std::uint64_t body = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    ItemEntry& item = items[i];
    item.id = "item-" + std::to_string((i * 7919) % 100'003);
    item.title = std::string(below(300), 't') + "é";
    item.summary = std::string(below(3) * 100, 's');
    item.language = below(5) == 0 ? "fy" : "nl";
    for (std::uint32_t theme = below(4); theme > 0; --theme) item.themes.push_back(below(count));
    for (std::uint32_t tag = below(4); tag > 0; --tag)
      item.tags.push_back("tag" + std::to_string(below(20)));
    const auto number = [&] { return static_cast<std::uint16_t>(below(65'536)); };
    item.record.kind = static_cast<Kind>(kinds[i]);
    item.record.purpose = static_cast<std::uint8_t>(below(kPurposes + 1));
    item.record.difficulty = static_cast<std::uint8_t>(below(4));
    item.record.minutes = {number(), number()};
    item.record.group_size = {number(), number()};
    item.record.body_offset = body;
    item.record.body_bytes = below(100'000);
    body += item.record.body_bytes;
  }
  return items;
}

TEST(ItemTable, ReturnsEveryFieldOfEveryItemAsItWasWritten) {
  for (const std::uint32_t count : {0u, 1u, 64u, 700u}) {
    const std::vector<ItemEntry> items = random_items(count);
    const BuiltModel built(items, {}, {}, ~std::uint64_t{0});
    const ItemTable& table = *built.items;
    ASSERT_EQ(table.size(), count);
    for (std::uint32_t i = 0; i < count; ++i) {
      ASSERT_EQ(table.id(i), items[i].id);
      ASSERT_EQ(table.find(items[i].id), i);
      ASSERT_EQ(table.title(i), items[i].title);
      ASSERT_EQ(table.summary(i), items[i].summary);
      const ItemRecord record = table.record(i);
      ASSERT_EQ(record.kind, items[i].record.kind);
      ASSERT_EQ(record.purpose, items[i].record.purpose);
      ASSERT_EQ(record.difficulty, items[i].record.difficulty);
      ASSERT_EQ(record.minutes, items[i].record.minutes);
      ASSERT_EQ(record.group_size, items[i].record.group_size);
      ASSERT_EQ(table.body_begin(i), items[i].record.body_offset);
      ASSERT_EQ(table.body_bytes(i), items[i].record.body_bytes);
    }
  }
}

TEST(ItemTable, ReturnsTheLanguageThemesAndTagsOfAnItem) {
  const std::vector<ItemEntry> items = random_items(300);
  const BuiltModel built(items);
  std::size_t with_theme = 0, with_tag = 0;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    ASSERT_EQ(built.items->language(i), items[i].language);
    ASSERT_EQ(built.items->themes(i), items[i].themes);
    const std::vector<std::string_view> tags = built.items->tags(i);
    ASSERT_EQ(std::vector<std::string>(tags.begin(), tags.end()), items[i].tags);
    const std::uint32_t set = built.items->record(i).label_set;
    ASSERT_LT(set, built.items->label_set_count());
    ASSERT_TRUE(built.items->set_has_language(set, items[i].language));
    ASSERT_FALSE(built.items->set_has_language(set, "en"));
    for (std::uint32_t theme = 0; theme < 20; ++theme) {
      ASSERT_EQ(built.items->set_has_theme(set, theme),
                std::ranges::count(items[i].themes, theme) > 0);
      with_theme += built.items->set_has_theme(set, theme);
    }
    for (const std::string tag : {"tag1", "tag19", "tag", ""}) {
      ASSERT_EQ(built.items->set_has_tag(set, tag), std::ranges::count(items[i].tags, tag) > 0);
      with_tag += built.items->set_has_tag(set, tag);
    }
  }
  EXPECT_GT(with_theme, 0u) << "some items must have a theme that was asked for";
  EXPECT_GT(with_tag, 0u) << "some items must have a tag that was asked for";
}

TEST(ItemTable, ReturnsTheItemsOfAKindAsOneRangeOfOrdinals) {
  const std::vector<ItemEntry> items = random_items(500);
  const BuiltModel built(items);
  Ordinal previous = 0;
  for (std::uint8_t number = 1; number <= kKinds; ++number) {
    const auto kind = static_cast<Kind>(number);
    const OrdinalRange range = built.items->of_kind(kind);
    ASSERT_EQ(range.begin, previous);
    for (Ordinal i = range.begin; i < range.end; ++i) ASSERT_EQ(items[i].record.kind, kind);
    previous = range.end;
  }
  EXPECT_EQ(previous, items.size());
}

TEST(ItemTable, KnowsWhetherItsItemsHaveSeveralKinds) {
  std::vector<ItemEntry> items = random_items(10);
  EXPECT_TRUE(BuiltModel(items).items->has_several_kinds());
  for (ItemEntry& item : items) item.record.kind = Kind::article;
  EXPECT_FALSE(BuiltModel(items).items->has_several_kinds());
  EXPECT_FALSE(BuiltModel(random_items(0)).items->has_several_kinds());
}

TEST(ItemTable, FindsAnItemByAnOldIdThatRedirects) {
  const std::vector<ItemEntry> items = random_items(10);
  const BuiltModel built(items, {{"aaa", 3}, {"oud", 9}, {"zzz", 0}});
  EXPECT_EQ(built.items->find("oud"), 9u);
  EXPECT_EQ(built.items->find("nergens"), std::nullopt);
  EXPECT_EQ(built.items->redirects(),
            (std::vector<std::pair<std::string, Ordinal>>{{"aaa", 3}, {"oud", 9}, {"zzz", 0}}));
  for (std::uint32_t i = 0; i < items.size(); ++i) EXPECT_EQ(built.items->id(i), items[i].id);
}

TEST(ItemTable, RejectsAnOrdinalBeyondTheLastItem) {
  const BuiltModel built(random_items(10));
  const ItemTable& table = *built.items;
  EXPECT_EQ(error_code([&] { table.record(10); }), ErrorCode::malformed);
  EXPECT_EQ(error_code([&] { table.title(~0u); }), ErrorCode::malformed);
  EXPECT_EQ(error_code([&] { table.themes(10); }), ErrorCode::malformed);
  EXPECT_EQ(error_code([&] { table.body_bytes(10); }), ErrorCode::malformed);
  EXPECT_EQ(error_code([&] { table.record(9); }), ErrorCode{}) << "the last item";
}

}  // namespace
}  // namespace landkaart
