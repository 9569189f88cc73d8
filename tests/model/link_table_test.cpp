// SPDX-License-Identifier: EUPL-1.2
#include "core/model/link_table.h"

#include <algorithm>
#include <optional>
#include <random>
#include <tuple>

#include <gtest/gtest.h>

#include "landkaart/error.h"
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

// A link table over a section with the given entries, which need not agree with each other.
struct HandmadeTable {
  std::shared_ptr<const std::string> file;
  std::shared_ptr<const Container> container;
  LinkTable links;

  explicit HandmadeTable(const std::vector<std::string>& entries) {
    const auto items = static_cast<std::uint32_t>(entries.size());
    file = std::make_shared<const std::string>(build_container(
        {SectionContent{SectionId::links, kCritical, encode_grouped(entries), Encoding::plain, 0}},
        items, Hash{}));
    container = std::make_shared<const Container>(SharedBytes{as_bytes(*file), file});
    links = LinkTable(container->require(SectionId::links), items);
  }
};

// The entry of an item: at most one link from it and one to it, each of type 1.
std::string entry_of(std::uint32_t item, std::optional<std::uint32_t> to,
                     std::optional<std::uint32_t> from) {
  std::string entry;
  for (const auto& other : {to, from}) {
    entry += other ? std::string("\1\1\1") : std::string(1, '\0');  // runs, type, links in the run
    if (other) append_step(entry, item, *other);
  }
  return entry;
}

TEST(LinkTable, ReturnsTheLinksFromAnItemAsTheyWereWritten) {
  for (const std::size_t count : {0u, 1u, 1000u}) {
    const Links links = random_links(count);
    const BuiltModel built({}, {}, links);
    for (std::uint32_t item = 0; item <= kItems; ++item) {
      EXPECT_EQ(built.links.from(item), matching(links, &LinkRecord::from, item));
    }
  }
}

TEST(LinkTable, ReturnsTheLinksToAnItemSortedByTypeAndSource) {
  const Links links = random_links(1000);
  const BuiltModel built({}, {}, links);
  for (std::uint32_t item = 0; item <= kItems; ++item) {
    Links expected = matching(links, &LinkRecord::to, item);
    std::ranges::stable_sort(
        expected, {}, [](const LinkRecord& link) { return std::tuple(link.type, link.from); });
    EXPECT_EQ(built.links.to(item), expected);
  }
}

TEST(LinkTable, NoticesBacklinksThatAreNotTheReverseOfTheLinks) {
  const auto agrees = [](const std::vector<std::string>& entries) {
    return HandmadeTable(entries).links.agrees_both_ways();
  };
  EXPECT_TRUE(agrees({entry_of(0, 1, {}), entry_of(1, {}, 0)}));
  EXPECT_FALSE(agrees({entry_of(0, 1, {}), entry_of(1, {}, {})})) << "a backlink is missing";
  EXPECT_FALSE(agrees({entry_of(0, {}, {}), entry_of(1, {}, 0)})) << "a link is missing";
  EXPECT_FALSE(agrees({entry_of(0, 1, {}), entry_of(1, {}, 1)})) << "the source is another item";
}

TEST(LinkTable, RejectsALinkToAnItemThatDoesNotExist) {
  EXPECT_THROW(HandmadeTable({entry_of(0, 2, {}), entry_of(1, {}, {})}).links.from(0), Error);
}

TEST(LinkTable, WritesBacklinksThatAreTheReverseOfTheLinks) {
  for (const std::size_t count : {0u, 1u, 1000u}) {
    EXPECT_TRUE(BuiltModel({}, {}, random_links(count)).links.agrees_both_ways());
  }
}

}  // namespace
}  // namespace landkaart
