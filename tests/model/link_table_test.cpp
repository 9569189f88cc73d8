// SPDX-License-Identifier: EUPL-1.2
#include "core/model/link_table.h"

#include <algorithm>
#include <optional>
#include <random>
#include <tuple>

#include <gtest/gtest.h>

#include "core/base/varint.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"
#include "tests/model/built_model.h"

namespace landkaart {
namespace {

using testing::BuiltModel;
using Links = std::vector<LinkRecord>;

constexpr std::uint32_t kItems = 50;
const std::vector<ItemEntry> kNoItems;

// Different links. The same count gives the same links.
Links random_links(std::size_t count) {
  std::mt19937 random(static_cast<unsigned>(count));
  Links links;
  while (links.size() < count) {
    const LinkRecord link{static_cast<std::uint32_t>(random() % kItems),
                          static_cast<std::uint32_t>(random() % kItems),
                          static_cast<LinkType>(1 + random() % kLinkTypes)};
    if (std::ranges::find(links, link) == links.end()) links.push_back(link);
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
    const BuiltModel built(kNoItems, {}, links);
    for (std::uint32_t item = 0; item <= kItems; ++item) {
      EXPECT_EQ(built.links.from(item), matching(links, &LinkRecord::from, item));
    }
  }
}

TEST(LinkTable, ReturnsTheLinksToAnItemSortedByTypeAndSource) {
  const Links links = random_links(1000);
  const BuiltModel built(kNoItems, {}, links);
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

// The code of reading the links from and to the items of a table, one after another.
ErrorCode code_of(const std::vector<std::string>& entries) {
  const HandmadeTable table(entries);
  try {
    for (std::uint32_t item = 0; item < entries.size(); ++item) {
      table.links.from(item);
      table.links.to(item);
    }
  } catch (const Error& error) {
    EXPECT_THROW(table.links.agrees_both_ways(), Error) << "it reads the same";
    return error.code();
  }
  return {};
}

// Runs of links between an item and itself.
std::string runs(const std::vector<std::pair<LinkType, std::size_t>>& runs) {
  std::string out;
  append_varint(out, runs.size());
  for (const auto& [type, count] : runs) {
    append_varint(out, static_cast<std::uint8_t>(type));
    append_varint(out, count);
    out.append(count, '\0');
  }
  return out;
}

TEST(LinkTable, Accepts16384LinksFromAnItemAndRefusesOneMore) {
  constexpr std::size_t kMost = limits::kLinks;
  EXPECT_EQ(code_of({runs({{LinkType::terms, kMost}}) + runs({})}), ErrorCode{});
  EXPECT_EQ(code_of({runs({{LinkType::terms, kMost + 1}}) + runs({})}), ErrorCode::limit_exceeded);
  EXPECT_EQ(code_of({runs({{LinkType::terms, kMost}, {LinkType::topics, 1}}) + runs({})}),
            ErrorCode::limit_exceeded);
  EXPECT_THROW(encode_links(Links(kMost + 1, {0, 1, LinkType::terms}), 2), Error);
}

TEST(LinkTable, Accepts1024StopsOfAJourneyAndRefusesOneMore) {
  constexpr std::size_t kMost = limits::kStops;
  EXPECT_EQ(code_of({runs({{LinkType::stops, kMost}}) + runs({})}), ErrorCode{});
  EXPECT_EQ(code_of({runs({{LinkType::stops, kMost + 1}}) + runs({})}), ErrorCode::limit_exceeded);
  EXPECT_THROW(encode_links(Links(kMost + 1, {0, 1, LinkType::stops}), 2), Error);
}

TEST(LinkTable, RefusesAnEmptyRun) {
  EXPECT_EQ(code_of({runs({{LinkType::terms, 0}}) + runs({})}), ErrorCode::malformed);
  EXPECT_EQ(code_of({runs({}) + runs({{LinkType::terms, 0}})}), ErrorCode::malformed);
}

TEST(LinkTable, RefusesLinksToAnItemThatAreNotInAscendingOrder) {
  EXPECT_EQ(code_of({runs({}) + runs({{LinkType::topics, 1}, {LinkType::terms, 1}})}), ErrorCode{});
  EXPECT_EQ(code_of({runs({}) + runs({{LinkType::terms, 1}, {LinkType::topics, 1}})}),
            ErrorCode::malformed);
  EXPECT_EQ(code_of({runs({}) + runs({{LinkType::terms, 1}, {LinkType::terms, 1}})}),
            ErrorCode::malformed);
  EXPECT_EQ(code_of({runs({}) + runs({{LinkType::terms, 2}})}), ErrorCode::malformed)
      << "the same item twice";
}

TEST(LinkTable, RefusesBytesThatBelongToNoItemWhenBothDirectionsAreCompared) {
  const HandmadeTable table({runs({}) + runs({}) + "x"});
  EXPECT_TRUE(table.links.from(0).empty());
  EXPECT_THROW(table.links.agrees_both_ways(), Error);
}

TEST(LinkTable, WritesBacklinksThatAreTheReverseOfTheLinks) {
  for (const std::size_t count : {0u, 1u, 1000u}) {
    EXPECT_TRUE(BuiltModel(kNoItems, {}, random_links(count)).links.agrees_both_ways());
  }
}

}  // namespace
}  // namespace landkaart
