// SPDX-License-Identifier: EUPL-1.2
#include "landkaart/item.h"

#include <nlohmann/json.hpp>

#include "core/pack/item_document.h"
#include "core/pack/item_selection.h"
#include "core/pack/pack_state.h"
#include "core/text/headings.h"
#include "core/text/markup.h"

namespace landkaart::inline v0 {

std::string Item::id() const { return pack_->table.id(ordinal_); }
Kind Item::kind() const { return pack_->table.record(ordinal_).kind; }
std::string_view Item::title() const { return pack_->table.title(ordinal_); }
std::string_view Item::summary() const { return pack_->table.summary(ordinal_); }
std::string_view Item::language() const { return pack_->table.language(ordinal_); }
std::vector<Item> Item::themes() const { return pack_->items(pack_->table.themes(ordinal_)); }
std::vector<std::string_view> Item::tags() const { return pack_->table.tags(ordinal_); }

std::optional<Purpose> Item::purpose() const {
  const std::uint8_t purpose = pack_->table.record(ordinal_).purpose;
  if (purpose == 0) return std::nullopt;
  return static_cast<Purpose>(purpose);
}

std::optional<Difficulty> Item::difficulty() const {
  const std::uint8_t difficulty = pack_->table.record(ordinal_).difficulty;
  if (difficulty == 0) return std::nullopt;
  return static_cast<Difficulty>(difficulty);
}

Range Item::group_size() const { return pack_->table.record(ordinal_).group_size; }
Range Item::minutes() const { return pack_->table.record(ordinal_).minutes; }

LinkRange Item::link_range() const { return links_from(pack_, ordinal_); }
LinkRange Item::backlink_range() const { return links_to(pack_, ordinal_); }

std::vector<Item::Link> Item::links() const {
  const LinkRange range = link_range();
  return {range.begin(), range.end()};
}

std::vector<Item::Link> Item::backlinks() const {
  const LinkRange range = backlink_range();
  return {range.begin(), range.end()};
}

std::vector<Item> Item::linked(LinkType type) const {
  std::vector<Item> items;
  for (const LinkRecord& link : pack_->links.from(ordinal_)) {
    if (link.type == type) items.push_back(pack_->item(link.to));
  }
  return items;
}

// The stored HTML is parsed and written anew, so that a pack cannot give HTML outside the safe
// subset.
std::string Item::html() const { return to_html(body_of(*pack_, ordinal_)); }
std::string Item::text() const { return to_plain_text(body_of(*pack_, ordinal_)); }
std::string Item::markdown() const { return to_markdown(body_of(*pack_, ordinal_)); }
std::vector<Heading> Item::headings() const { return headings_of(body_of(*pack_, ordinal_)); }

std::vector<Step> Item::steps() const {
  std::vector<Step> steps;
  const auto document = document_of(*pack_, ordinal_);
  const auto found = document.find("steps");
  if (found == document.end()) return steps;
  for (const auto& step : *found) {
    Step result{step.value("title", ""), std::nullopt};
    if (step.contains("minutes")) result.minutes = step.value("minutes", 0);
    steps.push_back(std::move(result));
  }
  return steps;
}

std::optional<std::string> Item::property(std::string_view key) const {
  const auto document = document_of(*pack_, ordinal_);
  const auto found = document.find(std::string(key));
  if (found == document.end() || key == kBodyKey) return std::nullopt;
  return found->is_string() ? found->get<std::string>() : found->dump();
}

std::string Item::json() const { return full_document(*pack_, ordinal_).dump(); }

bool Item::operator==(const Item& other) const noexcept {
  return pack_ == other.pack_ && ordinal_ == other.ordinal_;
}

std::size_t Item::hash() const noexcept {
  constexpr std::size_t kOdd = 0x9E3779B9;  // spreads consecutive ordinals over many bits
  return std::hash<std::shared_ptr<const PackState>>()(pack_) ^ (std::size_t{ordinal_} + 1) * kOdd;
}

}  // namespace landkaart::inline v0
