// SPDX-License-Identifier: EUPL-1.2
#include "core/format/string_dictionary.h"

#include <map>
#include <random>

#include <gtest/gtest.h>

#include "core/format/string_dictionary_builder.h"
#include "landkaart/error.h"
#include "tests/format/built_container.h"

namespace landkaart {
namespace {

using Entries = std::map<std::string, std::string>;

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
                   built.container->require(SectionId::id_blocks)) {}
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

}  // namespace
}  // namespace landkaart
