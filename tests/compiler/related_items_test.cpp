// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/related_items.h"

#include <gtest/gtest.h>

namespace landkaart {
namespace {

using Related = std::vector<std::uint32_t>;
using Similar = std::vector<std::vector<SimilarDocument>>;

std::vector<Related> related(std::size_t items, const std::vector<LinkRecord>& links,
                             Similar similar = {}) {
  similar.resize(items);
  return related_items(std::vector<std::string>(items, "nl"), links, similar);
}

TEST(RelatedItems, IncludeBothEndsOfALink) {
  const auto found = related(3, {{0, 1, LinkType::topics}});
  EXPECT_EQ(found[0], Related{1});
  EXPECT_EQ(found[1], Related{0});
  EXPECT_TRUE(found[2].empty());
}

TEST(RelatedItems, IncludeItemsWithLinksToTheSameItem) {
  const auto found = related(3, {{0, 2, LinkType::topics}, {1, 2, LinkType::topics}});
  EXPECT_EQ(found[0], (Related{2, 1}));
}

TEST(RelatedItems, IncludeSimilarTextsTheMostSimilarFirst) {
  const auto found = related(3, {}, {{{2, 500}, {1, 100}}});
  EXPECT_EQ(found[0], (Related{2, 1}));
}

TEST(RelatedItems, ExcludeTextsThatShareFewWords) {
  EXPECT_TRUE(related(2, {}, {{{1, 20}}})[0].empty());
}

TEST(RelatedItems, RankALinkInFrontMatterAboveALinkInABody) {
  const auto found = related(3, {{0, 1, LinkType::mentions}, {0, 2, LinkType::related}});
  EXPECT_EQ(found[0], (Related{2, 1}));
}

TEST(RelatedItems, AreAtMostSixAndAtMostThreeWithoutLinks) {
  Similar similar(1);
  std::vector<LinkRecord> links;
  for (std::uint32_t other = 1; other < 20; ++other) {
    if (other < 10)
      similar[0].push_back({other, 900});
    else
      links.push_back({0, other, LinkType::related});
  }
  EXPECT_EQ(related(20, links, similar)[0].size(), 6u);
  EXPECT_EQ(related(20, {}, similar)[0].size(), 3u);
}

TEST(RelatedItems, ExcludeTranslationsOfEachOther) {
  const std::vector<LinkRecord> links = {{1, 0, LinkType::translation_of},
                                         {1, 0, LinkType::mentions}};
  EXPECT_TRUE(related(2, links)[0].empty());
  EXPECT_TRUE(related(2, links)[1].empty());
  EXPECT_EQ(related(2, {{1, 0, LinkType::mentions}})[0], Related{1}) << "without the translation";
}

TEST(RelatedItems, IncludeItemsInAnotherLanguageOnlyByLinks) {
  const Similar similar = {{{1, 900}}, {}};
  EXPECT_TRUE(related_items({"nl", "fy"}, {}, similar)[0].empty());
  EXPECT_EQ(related_items({"nl", "fy"}, {{0, 1, LinkType::related}}, similar)[0], Related{1});
}

}  // namespace
}  // namespace landkaart
