// SPDX-License-Identifier: EUPL-1.2
// The stored order of documents, and the bisection that gives similar documents near numbers.
#include "core/search/document_order.h"

#include <algorithm>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

#include "core/search/document_bisection.h"
#include "landkaart/error.h"
#include "tests/format/built_container.h"

namespace landkaart {
namespace {

using Numbers = std::vector<std::uint32_t>;

Numbers counted(std::uint32_t count) {
  Numbers numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0u);
  return numbers;
}

Numbers stored_and_read(const Numbers& items) {
  const testing::BuiltContainer built(
      {{SectionId::document_order, 0, encode_document_order(items), Encoding::plain, 0}});
  const auto count = static_cast<std::uint32_t>(items.size());
  const DocumentOrder order(built.container->require(SectionId::document_order), count);
  Numbers read;
  for (std::uint32_t i = 0; i < count; ++i) read.push_back(order.item_of(i));
  return read;
}

TEST(DocumentOrder, IsReadAsItWasWritten) {
  for (const std::uint32_t count : {1u, 2u, 3u, 4u, 5u, 255u, 256u, 257u, 70'000u}) {
    Numbers items = counted(count);
    std::ranges::reverse(items);
    EXPECT_EQ(stored_and_read(items), items) << count;
  }
}

TEST(DocumentOrder, TakesAsFewBitsAsTheGreatestNumberNeeds) {
  EXPECT_EQ(encode_document_order({0}).size(), 1u);
  EXPECT_EQ(encode_document_order(counted(8)).size(), 3u) << "3 bits each";
  EXPECT_EQ(encode_document_order(counted(9)).size(), 5u) << "4 bits each";
}

TEST(DocumentOrder, RejectsASectionOfAnotherLengthAndAnItemThatIsMissing) {
  const testing::BuiltContainer built(
      {{SectionId::document_order, 0, "\x07", Encoding::plain, 0}});  // items 3, 1
  const Section section = built.container->require(SectionId::document_order);
  EXPECT_THROW(DocumentOrder(section, 5), Error);
  const DocumentOrder order(section, 3);
  EXPECT_EQ(order.item_of(1), 1u);
  EXPECT_THROW(order.item_of(0), Error) << "there is no item 3 of 3";
}

TEST(DocumentOrder, WithoutASectionADocumentIsItsItem) {
  EXPECT_EQ(DocumentOrder().item_of(7), 7u);
}

// Lists in which item i has the lemmas that `lemmas_of(i)` returns.
ForwardLists lists_of(std::uint32_t items, std::uint32_t lemma_count, const auto& lemmas_of) {
  ForwardLists lists;
  lists.lemma_count = lemma_count;
  for (std::uint32_t item = 0; item < items; ++item) {
    lists.begins.push_back(static_cast<std::uint32_t>(lists.lemmas.size()));
    const Numbers lemmas = lemmas_of(item);
    lists.lemmas.insert(lists.lemmas.end(), lemmas.begin(), lemmas.end());
  }
  lists.begins.push_back(static_cast<std::uint32_t>(lists.lemmas.size()));
  return lists;
}

TEST(DocumentBisection, KeepsTheOrderOfItemsThatShareNoLemma) {
  const auto lists = lists_of(100, 0, [](std::uint32_t) { return Numbers{}; });
  EXPECT_EQ(bisect_documents(lists, 1), counted(100));
}

TEST(DocumentBisection, KeepsTheOrderOfItemsThatHaveTheSameLemmas) {
  const auto lists = lists_of(100, 2, [](std::uint32_t) { return Numbers{0, 1}; });
  EXPECT_EQ(bisect_documents(lists, 1), counted(100));
}

// Items of four groups in random order. Each group has two lemmas of its own.
Numbers random_groups(std::uint32_t items) {
  std::mt19937 random(5);
  Numbers groups(items);
  for (std::uint32_t& group : groups) group = random() % 4;
  return groups;
}

TEST(DocumentBisection, PutsItemsWithTheSameLemmasTogether) {
  constexpr std::uint32_t kItems = 512;
  const Numbers groups = random_groups(kItems);
  const auto lists = lists_of(kItems, 8, [&](std::uint32_t item) {
    return Numbers{2 * groups[item], 2 * groups[item] + 1};
  });
  const Numbers order = bisect_documents(lists, 2);
  Numbers sorted = order;
  std::ranges::sort(sorted);
  EXPECT_EQ(sorted, counted(kItems)) << "each item once";
  std::uint32_t changes = 0;  // from one group to another
  for (std::uint32_t i = 1; i < kItems; ++i) {
    changes += groups[order[i]] != groups[order[i - 1]] ? 1 : 0;
  }
  EXPECT_LT(changes, 10u);
}

// 64 groups of 32 items in random order. The groups are the leaves of a binary tree. Each group has
// two lemmas of its own, and each inner node of the tree is a lemma of all groups below it.
TEST(DocumentBisection, PutsTheItemsOfManySmallGroupsTogether) {
  constexpr std::uint32_t kGroups = 64;
  constexpr std::uint32_t kItems = 32 * kGroups;
  std::mt19937 random(7);
  Numbers groups(kItems);
  for (std::uint32_t i = 0; i < kItems; ++i) groups[i] = i % kGroups;
  std::ranges::shuffle(groups, random);
  const auto lists = lists_of(kItems, 4 * kGroups, [&](std::uint32_t item) {
    Numbers lemmas = {2 * kGroups + 2 * groups[item], 2 * kGroups + 2 * groups[item] + 1};
    // The nodes of a binary tree are numbered from 1; the parent of node n is n / 2.
    for (std::uint32_t node = (kGroups + groups[item]) / 2; node > 1; node /= 2) {
      lemmas.push_back(node);
    }
    return lemmas;
  });
  const Numbers order = bisect_documents(lists, 2);
  std::uint32_t changes = 0;  // from one group to another
  for (std::uint32_t i = 1; i < kItems; ++i) {
    changes += groups[order[i]] != groups[order[i - 1]] ? 1 : 0;
  }
  EXPECT_LT(changes, kItems / 4);
}

// 12 items of which 8 have lemma 0, then items of which most have lemma 1.
Numbers two_groups(std::uint32_t item) { return {(item < 12) == (item % 3 > 0) ? 0u : 1u}; }

TEST(DocumentBisection, DividesARangeOf24Items) {
  const Numbers order = bisect_documents(lists_of(24, 2, two_groups), 1);
  for (std::uint32_t i = 0; i < 24; ++i) {
    EXPECT_EQ(two_groups(order[i]), Numbers{i < 12 ? 0u : 1u}) << i;
  }
}

TEST(DocumentBisection, LeavesARangeOf23ItemsAsItIs) {
  EXPECT_EQ(bisect_documents(lists_of(23, 2, two_groups), 1), counted(23));
}

// Another order changes the root of every pack with more than 10,000 items.
TEST(DocumentBisection, GivesTheSameOrderInEveryVersion) {
  std::mt19937 random(6);
  const auto lists = lists_of(60, 20, [&](std::uint32_t) {
    Numbers lemmas;
    for (std::uint32_t lemma = 0; lemma < 20; ++lemma) {
      if (random() % (2 + lemma % 7) == 0) lemmas.push_back(lemma);
    }
    return lemmas;
  });
  std::string order;
  for (const std::uint32_t item : bisect_documents(lists, 1)) order += std::to_string(item) + " ";
  EXPECT_EQ(
      order,
      "53 28 14 20 5 3 17 35 46 33 18 6 16 43 21 32 4 31 44 24 22 7 11 10 2 41 15 58 48 "
      "39 47 29 38 19 50 45 1 34 9 0 55 25 13 52 40 12 59 51 42 27 26 37 57 54 23 36 49 30 56 8 ");
}

TEST(ForwardLists, HoldLemmasOfAtLeast4ItemsAndAtMostAQuarter) {
  std::vector<std::vector<Occurrence>> occurrences;
  const auto in_items = [&](std::uint32_t count) -> const std::vector<Occurrence>* {
    std::vector<Occurrence> places;
    for (std::uint32_t item = 0; item < count; ++item) {
      places.push_back({item, 1, 0});
      places.push_back({item, 9, 0});  // the same item twice
    }
    occurrences.push_back(std::move(places));
    return &occurrences.back();
  };
  occurrences.reserve(5);
  FormTable table;
  const auto add = [&](std::uint32_t lemma, const std::vector<Occurrence>* places) {
    table.lemmas.resize(lemma + 1);
    table.lemmas[lemma].forms.push_back(static_cast<std::uint32_t>(table.forms.size()));
    table.forms.push_back({"form", lemma, 1, {}, {places}});
  };
  add(0, in_items(3));
  add(1, in_items(4));
  add(2, in_items(10));
  add(2, in_items(5));  // a second form, in the same items
  add(3, in_items(11));
  const ForwardLists lists = forward_lists(table, 40);
  EXPECT_EQ(lists.lemma_count, 2u) << "lemma 0 is too rare and lemma 3 too common";
  ASSERT_EQ(lists.begins.size(), 41u);
  EXPECT_EQ(lists.begins[4], 8u) << "items 0 to 3 have both lemmas";
  EXPECT_EQ(lists.begins[10], 14u) << "items 4 to 9 have one";
  EXPECT_EQ(lists.begins[40], 14u);
  EXPECT_EQ(lists.lemmas[0], 0u);
  EXPECT_EQ(lists.lemmas[1], 1u);
  EXPECT_EQ(lists.lemmas[8], 1u);
}

}  // namespace
}  // namespace landkaart
