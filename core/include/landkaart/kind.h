// SPDX-License-Identifier: EUPL-1.2
// The kinds of items, the purposes and difficulty of work forms, and the types of links.
// Packs store the numbers of these enumerations, so a number never changes its meaning.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "landkaart/export.h"

namespace landkaart::inline v0 {

enum class Kind : std::uint8_t {
  theme = 1,
  topic = 2,
  obstacle = 3,
  work_form = 4,
  article = 5,
  video = 6,
  story = 7,
  term = 8,
  journey = 9,
};
inline constexpr std::uint8_t kKinds = 9;  // the greatest number of a Kind

// The reason for which a group uses a work form.
enum class Purpose : std::uint8_t { survive = 1, build_competencies = 2, learn_together = 3 };
inline constexpr std::uint8_t kPurposes = 3;  // the greatest number of a Purpose

// The experience that the facilitator of a work form needs, in rising order.
enum class Difficulty : std::uint8_t { anyone = 1, some_experience = 2, experienced = 3 };

enum class LinkType : std::uint8_t {
  topics = 1,
  obstacles = 2,
  work_forms = 3,
  articles = 4,
  videos = 5,
  stories = 6,
  terms = 7,
  related = 8,
  translation_of = 9,
  stops = 10,     // from a journey to its stops, in walking order
  mentions = 11,  // a link in the text of the body
};
inline constexpr std::uint8_t kLinkTypes = 11;  // the greatest number of a LinkType

// The name of a value in front matter, on the command line and in JSON, such as "work-form",
// "learn-together" or "translation-of". Empty for a number outside the enumeration.
[[nodiscard]] LANDKAART_EXPORT std::string_view name(Kind kind) noexcept;
[[nodiscard]] LANDKAART_EXPORT std::string_view name(Purpose purpose) noexcept;
[[nodiscard]] LANDKAART_EXPORT std::string_view name(LinkType type) noexcept;

// The Kind with a name. Empty when no Kind has that name; letter case matters.
[[nodiscard]] LANDKAART_EXPORT std::optional<Kind> kind_from_name(std::string_view name) noexcept;
// The Purpose with a name, in the same way.
[[nodiscard]] LANDKAART_EXPORT std::optional<Purpose> purpose_from_name(
    std::string_view name) noexcept;
// The LinkType with a name, in the same way.
[[nodiscard]] LANDKAART_EXPORT std::optional<LinkType> link_type_from_name(
    std::string_view name) noexcept;

// A least and a greatest number, both included. 0 to 0 when the item gives no range.
struct Range {
  std::uint16_t min = 0;
  std::uint16_t max = 0;

  bool operator==(const Range&) const = default;
};

}  // namespace landkaart::inline v0
