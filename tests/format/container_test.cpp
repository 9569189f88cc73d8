// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "landkaart/error.h"
#include "tests/format/built_container.h"

namespace landkaart {
namespace {

using testing::BuiltContainer;

const std::vector<SectionContent> kSections = {
    {SectionId::manifest, kCritical, "{}", Encoding::plain, 0},
    {SectionId::texts, kCritical, std::string(3 * kPageBytes, 't'), Encoding::plain, 0},
    {SectionId::assets, 0, std::string(2 * kPageBytes, 'a'), Encoding::plain, 0}};

ErrorCode code_of(const auto& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.code();
  }
  ADD_FAILURE() << "no error";
  return {};
}

TEST(Container, FindsItsSections) {
  const BuiltContainer built(kSections);
  EXPECT_EQ(as_text(built.container->require(SectionId::manifest).all()), "{}");
  EXPECT_EQ(built.container->require(SectionId::texts).size(), 3 * kPageBytes);
  EXPECT_FALSE(built.container->find(SectionId::map));
  EXPECT_EQ(code_of([&] { built.container->require(SectionId::map); }), ErrorCode::malformed);
}

TEST(Container, RejectsReadingOutsideASection) {
  const BuiltContainer built(kSections);
  const Section section = built.container->require(SectionId::texts);
  EXPECT_EQ(section.read(section.size(), 0).size(), 0u);
  EXPECT_EQ(code_of([&] { section.read(section.size(), 1); }), ErrorCode::malformed);
  EXPECT_EQ(code_of([&] { section.read(1, ~std::uint64_t{0}); }), ErrorCode::malformed);
  EXPECT_EQ(code_of([&] { section.read(~std::uint64_t{0}, 1); }), ErrorCode::malformed);
}

TEST(Container, FindsDamageInAPageWhenThePageIsFirstRead) {
  BuiltContainer built(kSections);
  const std::uint64_t damaged =
      built.container->require(SectionId::assets).entry().offset + kPageBytes;
  (*built.file)[damaged] = 'x';
  built.open();
  EXPECT_EQ(built.container->require(SectionId::texts).all().size(), 3 * kPageBytes);
  EXPECT_EQ(code_of([&] { built.container->require(SectionId::assets).all(); }),
            ErrorCode::damaged);
}

TEST(Container, AlignsSectionsToEightBytes) {
  const BuiltContainer built(kSections);
  for (const SectionEntry& entry : built.container->directory()) EXPECT_EQ(entry.offset % 8, 0u);
}

TEST(Container, IgnoresAnUnknownSectionUnlessItIsCritical) {
  const auto unknown = static_cast<SectionId>(four_letters("zzzz"));
  EXPECT_NO_THROW(BuiltContainer({{unknown, 0, "?", Encoding::plain, 0}}));
  EXPECT_EQ(code_of([&] {
              BuiltContainer({{unknown, kCritical, "?", Encoding::plain, 0}});
            }),
            ErrorCode::unknown_critical);
}

}  // namespace
}  // namespace landkaart
