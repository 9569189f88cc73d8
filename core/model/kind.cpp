// SPDX-License-Identifier: EUPL-1.2
#include "landkaart/kind.h"

#include <algorithm>
#include <array>

namespace landkaart::inline v0 {
namespace {

// The names in the order of the numbers in enum class Kind, Purpose and LinkType, which begin at 1.
constexpr std::array<std::string_view, kKinds> kKindNames = {
    "theme", "topic", "obstacle", "work-form", "article", "video", "story", "term", "journey"};
constexpr std::array<std::string_view, kPurposes> kPurposeNames = {"survive", "build-competencies",
                                                                   "learn-together"};
constexpr std::array<std::string_view, kLinkTypes> kLinkTypeNames = {
    "topics", "obstacles", "work-forms",     "articles", "videos",  "stories",
    "terms",  "related",   "translation-of", "stops",    "mentions"};

template <typename Names, typename Value>
std::string_view name_in(const Names& names, Value value) {
  const auto number = static_cast<std::size_t>(value);
  return number >= 1 && number <= names.size() ? names[number - 1] : std::string_view();
}

template <typename Value, typename Names>
std::optional<Value> value_in(const Names& names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin() + 1);
}

}  // namespace

std::string_view name(Kind kind) noexcept { return name_in(kKindNames, kind); }
std::string_view name(Purpose purpose) noexcept { return name_in(kPurposeNames, purpose); }
std::string_view name(LinkType type) noexcept { return name_in(kLinkTypeNames, type); }

std::optional<Kind> kind_from_name(std::string_view name) noexcept {
  return value_in<Kind>(kKindNames, name);
}
std::optional<Purpose> purpose_from_name(std::string_view name) noexcept {
  return value_in<Purpose>(kPurposeNames, name);
}
std::optional<LinkType> link_type_from_name(std::string_view name) noexcept {
  return value_in<LinkType>(kLinkTypeNames, name);
}

}  // namespace landkaart::inline v0
