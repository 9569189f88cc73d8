// SPDX-License-Identifier: EUPL-1.2
#include "core/model/link_table.h"

#include <algorithm>
#include <random>
#include <tuple>

#include <gtest/gtest.h>

#include "tests/model/built_model.h"

namespace landkaart {
namespace {

using testing::BuiltModel;
using Links = std::vector<LinkRecord>;

constexpr std::uint32_t kItems = 50;

Links random_links(std::size_t count) {
  std::mt19937 random(static_cast<unsigned>(count));
  Links links;
  for (std::size_t i = 0; i < count; ++i) {
    links.push_back({static_cast<std::uint32_t>(random() % kItems),
                     static_cast<std::uint32_t>(random() % kItems),
                     static_cast<LinkType>(1 + random() % kLinkTypes)});
  }
  return links;
}

Links matching(Links links, std::uint32_t LinkRecord::*end, std::uint32_t item) {
  std::erase_if(links, [&](const LinkRecord& link) { return link.*end != item; });
  return links;
}

TEST(LinkTable, GivesTheLinksOfAnItemAsTheyWereWritten) {
  for (const std::size_t count : {0u, 1u, 1000u}) {
    const Links links = random_links(count);
    const BuiltModel built({}, {}, links);
    for (std::uint32_t item = 0; item <= kItems; ++item) {
      EXPECT_EQ(built.links.from(item), matching(links, &LinkRecord::from, item));
    }
  }
}

TEST(LinkTable, GivesTheLinksToAnItemInOrderOfTypeAndItem) {
  const Links links = random_links(1000);
  const BuiltModel built({}, {}, links);
  for (std::uint32_t item = 0; item <= kItems; ++item) {
    Links expected = matching(links, &LinkRecord::to, item);
    std::ranges::stable_sort(
        expected, {}, [](const LinkRecord& link) { return std::tuple(link.type, link.from); });
    EXPECT_EQ(built.links.to(item), expected);
  }
}

TEST(LinkTable, AgreesBothWays) {
  for (const std::size_t count : {0u, 1u, 1000u}) {
    EXPECT_TRUE(BuiltModel({}, {}, random_links(count)).links.agrees_both_ways());
  }
}

}  // namespace
}  // namespace landkaart
