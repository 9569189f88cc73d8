// SPDX-License-Identifier: EUPL-1.2
#include "core/format/string_dictionary.h"

#include <array>
#include <iterator>
#include <map>
#include <random>

#include <gtest/gtest.h>

#include "core/format/string_dictionary_builder.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"
#include "tests/format/built_container.h"

namespace landkaart {
namespace {

using Entries = std::map<std::string, std::string>;

constexpr std::size_t kLongestKey = 80;  // bytes

struct BuiltDictionary {
  testing::BuiltContainer built;
  StringDictionary dictionary;

  static testing::BuiltContainer build(const Entries& entries) {
    StringDictionaryBuilder builder;
    for (const auto& [key, value] : entries) builder.add(key, value);
    auto sections = builder.finish();
    EXPECT_LE(sections.top.size(), 4096u) << "the top must fit in the first read";
    return testing::BuiltContainer(
        {{SectionId::id_top, 0, sections.top, Encoding::plain, 0},
         {SectionId::id_pages, 0, sections.pages, Encoding::plain, 0},
         {SectionId::id_blocks, 0, sections.blocks, Encoding::plain, 0}});
  }

  explicit BuiltDictionary(const Entries& entries)
      : built(build(entries)),
        dictionary(built.container->require(SectionId::id_top),
                   built.container->require(SectionId::id_pages),
                   built.container->require(SectionId::id_blocks), kLongestKey) {}
};

// Random keys; a third of them begin with the same 40 bytes.
Entries random_entries(std::size_t count) {
  std::mt19937 random(static_cast<unsigned>(count));
  Entries entries;
  while (entries.size() < count) {
    std::string key(random() % 3 == 0 ? 40 : 0, 'p');
    for (std::size_t left = random() % 30; left > 0; --left)
      key += static_cast<char>('a' + random() % 4);
    entries[key] = std::string(random() % 20, 'v') + std::to_string(random());
  }
  return entries;
}

class Dictionary : public ::testing::TestWithParam<std::size_t> {};

TEST_P(Dictionary, GivesBackEveryEntryInOrder) {
  const Entries entries = random_entries(GetParam());
  const BuiltDictionary built(entries);
  const StringDictionary& dictionary = built.dictionary;
  ASSERT_EQ(dictionary.size(), entries.size());
  auto walker = dictionary.walk();
  std::uint32_t rank = 0;
  for (const auto& [key, value] : entries) {
    const auto found = dictionary.find(key);
    ASSERT_TRUE(found) << key;
    ASSERT_EQ(as_text(*found), value);
    ASSERT_EQ(dictionary.key_at(rank), key);
    ASSERT_EQ(walker.rank(), rank++);
    ASSERT_EQ(walker.key(), key);
    ASSERT_EQ(as_text(walker.value()), value);
    walker.next();
  }
  EXPECT_TRUE(walker.at_end());
}

TEST_P(Dictionary, WalksFromAnyKeyOnAndFindsNoOther) {
  const Entries entries = random_entries(GetParam());
  const BuiltDictionary built(entries);
  for (const std::string key : {"", "a", "abc", "bz", "pppp", "ppppz", "zz", "\xff"}) {
    const auto expected = entries.lower_bound(key);
    const auto walker = built.dictionary.walk_from(key);
    ASSERT_EQ(walker.at_end(), expected == entries.end()) << key;
    if (!walker.at_end()) {
      EXPECT_EQ(walker.key(), expected->first);
    }
    EXPECT_EQ(built.dictionary.find(key).has_value(), entries.contains(key)) << key;
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, Dictionary,
                         ::testing::Values(0u, 1u, 63u, 64u, 65u, 5000u, 60'000u));

TEST(StringDictionary, RejectsARankThatIsNotBelowItsSize) {
  const BuiltDictionary built(Entries{{"a", "1"}});
  EXPECT_THROW(built.dictionary.key_at(1), Error);
}

TEST_P(Dictionary, AWalkerAtItsEndHasTheRankOfTheSize) {
  const BuiltDictionary built(random_entries(GetParam()));
  const auto walker = built.dictionary.walk_from("\xff");
  ASSERT_TRUE(walker.at_end());
  EXPECT_EQ(walker.rank(), built.dictionary.size());
}

TEST_P(Dictionary, VisitsOnlyTheBlocksThatAreWanted) {
  const Entries entries = random_entries(GetParam());
  const BuiltDictionary built(entries);
  for (const std::string key : {"", "ab", "cccc", "pppppppp", "zz"}) {
    std::uint32_t visited = 0, first_rank = 0;
    std::string first_key;
    built.dictionary.visit_blocks(
        [&](std::string_view first, std::string_view next) {
          return first <= key && (next.empty() || key < next);
        },
        [&](DictionaryBlock block, std::uint32_t rank) {
          block.next();
          first_key = block.entry().suffix;
          first_rank = rank;
          ++visited;
        });
    const auto after = entries.upper_bound(key);
    const auto before = static_cast<std::uint32_t>(std::distance(entries.begin(), after));
    ASSERT_EQ(visited, before == 0 ? 0u : 1u) << key;
    if (visited == 0) continue;
    EXPECT_EQ(first_rank, (before - 1) / kDictionaryBlockEntries * kDictionaryBlockEntries);
    EXPECT_EQ(first_key, built.dictionary.key_at(first_rank));
  }
}

TEST(StringDictionary, VisitsEveryBlockOnceInOrder) {
  const BuiltDictionary built(random_entries(5000));
  std::vector<std::uint32_t> ranks;
  built.dictionary.visit_blocks(
      [](std::string_view, std::string_view) { return true; },
      [&](const DictionaryBlock&, std::uint32_t rank) { ranks.push_back(rank); });
  ASSERT_EQ(ranks.size(), (5000u + 63) / 64);
  for (std::uint32_t i = 0; i < ranks.size(); ++i) EXPECT_EQ(ranks[i], 64 * i);
}

TEST(KeyTable, RejectsATableWithoutKeys) {
  const std::string bytes = encode_key_table({}, 0);
  EXPECT_THROW(KeyTable(as_bytes(bytes), "a test"), Error);
}

TEST(KeyTable, RejectsATableThatEndsTooEarly) {
  const std::string bytes = encode_key_table({{"a", 0}}, 5);
  EXPECT_NO_THROW(KeyTable(as_bytes(bytes), "a test"));
  EXPECT_THROW(KeyTable(as_bytes(bytes).first(bytes.size() - 2), "a test"), Error);
}

TEST(KeyTable, RejectsAKeyThatLiesOutsideTheKeys) {
  std::string bytes = encode_key_table({{"a", 0}, {"b", 2}}, 5);
  EXPECT_EQ(KeyTable(as_bytes(bytes), "a test").key(1), "b");
  bytes.pop_back();
  const KeyTable shorter(as_bytes(bytes), "a test");
  EXPECT_EQ(shorter.key(0), "a");
  EXPECT_THROW(shorter.key(1), Error);
}

TEST(KeyTable, LocatesTheLastKeyThatIsNotGreater) {
  const std::string bytes = encode_key_table({{"b", 0}, {"d", 2}, {"f", 4}}, 6);
  const KeyTable table(as_bytes(bytes), "a test");
  EXPECT_EQ(table.locate("a"), 0u);
  EXPECT_EQ(table.locate("b"), 0u);
  EXPECT_EQ(table.locate("c"), 0u);
  EXPECT_EQ(table.locate("d"), 1u);
  EXPECT_EQ(table.locate("f"), 2u);
  EXPECT_EQ(table.locate("z"), 2u);
  EXPECT_EQ(table.begin(1), 2u);
  EXPECT_EQ(table.end(1), 4u);
  EXPECT_EQ(table.end(2), 6u);
}

// The number of block keys in each page of a dictionary, in which the keys of the top take
// `key_bytes` bytes together.
std::uint32_t page_keys_with(std::size_t key_bytes) {
  constexpr std::size_t kPages = 28, kPageEntries = 64 * 64, kKeyBytes = 101;
  StringDictionaryBuilder builder;
  for (std::size_t i = 0; i < kPages * kPageEntries; ++i) {
    std::string key = std::to_string(1'000'000 + i);
    key.resize(i + kPageEntries == kPages * kPageEntries ? key_bytes - (kPages - 1) * kKeyBytes
                                                         : kKeyBytes,
               'x');
    builder.add(key, "");
  }
  const std::string top = builder.finish().top;
  return load_little_endian<std::uint32_t>(as_bytes(top).data() + 4);
}

TEST(StringDictionaryBuilder, HasLargerPagesWhenTheTopWouldTakeMoreThan3KiB) {
  constexpr std::size_t kOtherBytes = 8 + 28 * 8;  // count, offsets and ends of the keys
  EXPECT_EQ(page_keys_with(3 * 1024 - kOtherBytes), 64u);
  EXPECT_EQ(page_keys_with(3 * 1024 - kOtherBytes + 1), 128u);
}

}  // namespace
}  // namespace landkaart
