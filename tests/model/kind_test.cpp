// SPDX-License-Identifier: EUPL-1.2
#include "landkaart/kind.h"

#include <gtest/gtest.h>

namespace landkaart {
namespace {

TEST(Kind, ConvertsToItsNameAndBack) {
  for (std::uint8_t number = 1; number <= kKinds; ++number) {
    const auto kind = static_cast<Kind>(number);
    EXPECT_EQ(kind_from_name(name(kind)), kind) << int{number};
  }
  for (std::uint8_t number = 1; number <= kPurposes; ++number) {
    const auto purpose = static_cast<Purpose>(number);
    EXPECT_EQ(purpose_from_name(name(purpose)), purpose) << int{number};
  }
  for (std::uint8_t number = 1; number <= kLinkTypes; ++number) {
    const auto type = static_cast<LinkType>(number);
    EXPECT_EQ(link_type_from_name(name(type)), type) << int{number};
  }
}

TEST(Kind, HasTheNumbersThatTheFormatPrescribes) {
  EXPECT_EQ(kind_from_name("work-form"), static_cast<Kind>(4));
  EXPECT_EQ(kind_from_name("journey"), static_cast<Kind>(9));
  EXPECT_EQ(purpose_from_name("learn-together"), static_cast<Purpose>(3));
  EXPECT_EQ(link_type_from_name("mentions"), static_cast<LinkType>(11));
}

TEST(Kind, HasNoValueForAnUnknownNameAndNoNameForAnUnknownValue) {
  for (const char* other : {"", "Theme", "themes", "work_form", "map"}) {
    EXPECT_EQ(kind_from_name(other), std::nullopt) << other;
  }
  EXPECT_EQ(name(Kind{}), "");
  EXPECT_EQ(name(static_cast<Kind>(200)), "");
}

}  // namespace
}  // namespace landkaart
