// SPDX-License-Identifier: EUPL-1.2
#include "core/model/related_table.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "core/format/container_builder.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"
#include "tests/support/error_code.h"

namespace landkaart {
namespace {

using Lists = std::vector<std::vector<std::uint32_t>>;

struct BuiltTable {
  std::shared_ptr<const std::string> file;
  std::shared_ptr<const Container> container;
  RelatedTable table;

  BuiltTable(const std::string& content, std::uint32_t items) {
    file = std::make_shared<const std::string>(build_container(
        {SectionContent{SectionId::related, 0, content, Encoding::plain, 0}}, items, Hash{}));
    container = std::make_shared<const Container>(SharedBytes{as_bytes(*file), file});
    table = RelatedTable(container->require(SectionId::related), items);
  }
};

TEST(RelatedTable, ReturnsTheItemsInTheOrderInWhichTheyWereWritten) {
  for (const std::uint32_t items : {2u, 63u, 64u, 65u, 1000u}) {
    std::mt19937 random(items);
    Lists lists(items);
    for (std::uint32_t item = 0; item < items; ++item) {
      for (std::size_t count = random() % 7; count > 0; --count) {
        const auto other = static_cast<std::uint32_t>((item + 1 + random() % (items - 1)) % items);
        if (std::ranges::find(lists[item], other) == lists[item].end()) {
          lists[item].push_back(other);
        }
      }
    }
    const BuiltTable built(encode_related(lists), items);
    for (std::uint32_t item = 0; item < items; ++item) {
      EXPECT_EQ(built.table.of(item), lists[item]);
    }
  }
}

TEST(RelatedTable, ReturnsNothingForAPackWithoutTheSection) {
  EXPECT_TRUE(RelatedTable().of(3).empty());
}

TEST(RelatedTable, RejectsAnItemThatDoesNotExist) {
  const BuiltTable built(encode_related({{2}, {0}}), 2);
  EXPECT_THROW(built.table.of(0), Error);
}

TEST(RelatedTable, RejectsAnItemThatIsRelatedToItself) {
  const BuiltTable built(encode_related({{0}, {0}}), 2);
  EXPECT_THROW(built.table.of(0), Error);
}

TEST(RelatedTable, AcceptsSixteenRelatedItemsAndRejectsSeventeen) {
  std::vector<std::uint32_t> others;
  for (std::uint32_t other = 1; other <= limits::kRelatedItems; ++other) others.push_back(other);
  Lists lists(18);
  lists[0] = others;
  EXPECT_EQ(BuiltTable(encode_related(lists), 18).table.of(0), others);
  lists[0].push_back(limits::kRelatedItems + 1);
  EXPECT_THROW(encode_related(lists), Error);
  std::string content(8, '\0');  // the offsets of the only group, of which 35 is the end
  content[4] = 35;
  content += static_cast<char>(lists[0].size());
  for (const std::uint32_t other : lists[0]) append_step(content, 0, other);
  content.append(17, '\0');
  EXPECT_EQ(testing::error_code([&] { BuiltTable(content, 18).table.of(0); }),
            ErrorCode::limit_exceeded);
}

TEST(RelatedTable, RejectsAnItemThatIsListedTwice) {
  const BuiltTable built(encode_related({{1, 1}, {}}), 2);
  EXPECT_THROW(built.table.of(0), Error);
  EXPECT_THROW(built.table.check(), Error);
}

TEST(RelatedTable, CheckReadsTheWholeSection) {
  EXPECT_NO_THROW(BuiltTable(encode_related({{1}, {0}}), 2).table.check());
  EXPECT_NO_THROW(RelatedTable().check());
  EXPECT_THROW(BuiltTable(encode_related({{1}, {1}}), 2).table.check(), Error);
  EXPECT_THROW(BuiltTable(encode_related({{1}, {0}}) + "x", 2).table.check(), Error);
}

TEST(RelatedTable, RejectsASectionThatIsTooShortForItsItems) {
  EXPECT_THROW(BuiltTable("1234", 100), Error);
}

}  // namespace
}  // namespace landkaart
