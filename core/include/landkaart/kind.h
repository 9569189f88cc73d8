// SPDX-License-Identifier: EUPL-1.2
// The vocabulary of the material: kinds of items, purposes of work forms, types of links.
// The numbers are part of the pack format.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

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
inline constexpr std::uint8_t kKinds = 9;

enum class Purpose : std::uint8_t { survive = 1, build_competencies = 2, learn_together = 3 };
inline constexpr std::uint8_t kPurposes = 3;

// What a work form asks of whoever leads it.
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
  stops = 10,     // of a journey, in walking order
  mentions = 11,  // a link in the text
};
inline constexpr std::uint8_t kLinkTypes = 11;

// The names used in front matter, on the command line and in JSON: "work-form", "learn-together",
// "translation-of". Empty for a value outside the enumeration.
std::string_view name(Kind kind) noexcept;
std::string_view name(Purpose purpose) noexcept;
std::string_view name(LinkType type) noexcept;

std::optional<Kind> kind_from_name(std::string_view name) noexcept;
std::optional<Purpose> purpose_from_name(std::string_view name) noexcept;
std::optional<LinkType> link_type_from_name(std::string_view name) noexcept;

// At least and at most, both included; 0 to 0 when the item does not say.
struct Range {
  std::uint16_t min = 0;
  std::uint16_t max = 0;

  bool operator==(const Range&) const = default;
};

}  // namespace landkaart::inline v0
