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

}  // namespace
}  // namespace landkaart
