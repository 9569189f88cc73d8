// SPDX-License-Identifier: EUPL-1.2
#include "core/search/compound_split.h"

#include <gtest/gtest.h>

#include "core/language/language_rules.h"
#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

TEST(CompoundSplit, FindsKnownWordsWithLinksBetweenThem) {
  const testing::BuiltIndex built({{"tunnel verlichting bewoner avond gids raad lid"}});
  using Words = std::vector<std::string>;
  const auto split = [&](std::string_view word) {
    return split_compound(word, *built.index, language_rules("nl").compound_links);
  };
  EXPECT_EQ(split("tunnelverlichting"), Words({"tunnel", "verlichting"}));
  EXPECT_EQ(split("bewonersavond"), Words({"bewoner", "avond"}));
  EXPECT_EQ(split("tunnelverlichtingsgids"), Words({"tunnel", "verlichting", "gids"}));
  EXPECT_EQ(split("tunnelbezoek"), Words()) << "a part is unknown";
  EXPECT_EQ(split("raadslid"), Words()) << "a part has three letters";
  EXPECT_EQ(split("tunnel"), Words());
}

std::vector<std::string> split_of(std::string_view known, std::string_view word) {
  const testing::BuiltIndex built({{std::string(known)}});
  return split_compound(word, *built.index, language_rules("nl").compound_links);
}

using Parts = std::vector<std::string>;

TEST(CompoundSplit, HasTwoToFourPartsOfAtLeastFourBytes) {
  const std::string_view known = "raad plan wijk dorp huis lid";
  EXPECT_EQ(split_of(known, "raadplan"), Parts({"raad", "plan"}));
  EXPECT_EQ(split_of(known, "raadplanwijkdorp"), Parts({"raad", "plan", "wijk", "dorp"}));
  EXPECT_EQ(split_of(known, "raadplanwijkdorphuis"), Parts()) << "five parts";
  EXPECT_EQ(split_of(known, "lidraad"), Parts()) << "a part has three letters";
  EXPECT_EQ(split_of(known, "lidlidraad"), Parts()) << "two parts have three letters";
}

TEST(CompoundSplit, HasTheFewestParts) {
  EXPECT_EQ(split_of("tunnel buis tunnelbuis gids", "tunnelbuisgids"),
            Parts({"tunnelbuis", "gids"}));
  EXPECT_EQ(split_of("tunnel buis buisgids gids", "tunnelbuisgids"), Parts({"tunnel", "buisgids"}));
}

TEST(CompoundSplit, HasAtMost40Bytes) {
  const std::string first(20, 'a');
  const std::string second(20, 'b');
  const std::string third(21, 'b');
  const std::string known = first + " " + second + " " + third;
  EXPECT_EQ(split_of(known, first + second), Parts({first, second}));
  EXPECT_EQ(split_of(known, first + third), Parts());
}

TEST(CompoundSplit, HasTheLongestFirstPartOfSplitsWithAsManyParts) {
  EXPECT_EQ(split_of("tunnel tunnelbuis buisgids gids", "tunnelbuisgids"),
            Parts({"tunnelbuis", "gids"}));
}

// Every beginning of the word is a run of known words, but its end is unknown. Without a memory of
// the parts, the search for a split makes tens of thousands of look-ups.
TEST(CompoundSplit, EndsSoonForAWordMadeUpToBeSlow) {
  std::string known;
  for (std::size_t size = 4; size <= 39; ++size) known += std::string(size, 'e') + ' ';
  const testing::BuiltIndex built({{known}});
  const auto links = language_rules("nl").compound_links;
  const std::string word = std::string(39, 'e') + 'x';
  for (int i = 0; i < 48; ++i) EXPECT_TRUE(split_compound(word, *built.index, links).empty());
}

}  // namespace
}  // namespace landkaart
