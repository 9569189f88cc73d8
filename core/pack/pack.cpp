// SPDX-License-Identifier: EUPL-1.2
#include "landkaart/pack.h"

#include <algorithm>

#include "core/pack/pack_state.h"
#include "core/text/utf8.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"
#include "landkaart/version.h"

namespace landkaart::inline v0 {
namespace {

// The ordinal of a theme or obstacle that a filter names; one that is not there matches nothing.
struct Wanted {
  bool given = false;
  std::optional<Ordinal> ordinal;

  bool matches_nothing() const { return given && !ordinal; }
};

Wanted wanted(const ItemTable& table, const std::string& id) {
  if (id.empty()) return {};
  return {true, table.find(id)};
}

bool fits(const ItemRecord& record, const WorkFormFilter& filter) {
  const auto within = [](const Range& range, int value) {
    return value >= range.min && value <= range.max;
  };
  if (filter.purpose && record.purpose != static_cast<std::uint8_t>(*filter.purpose)) return false;
  if (filter.group_size && !within(record.group_size, *filter.group_size)) return false;
  if (filter.max_minutes && record.minutes.min > *filter.max_minutes) return false;
  return !filter.max_difficulty ||
         record.difficulty <= static_cast<std::uint8_t>(*filter.max_difficulty);
}

// The work forms to look at: those of an obstacle, in the order of its route, or all.
std::vector<Ordinal> candidates(const PackState& state, const Wanted& obstacle) {
  std::vector<Ordinal> forms;
  if (obstacle.ordinal) {
    for (const LinkRecord& link : state.links.from(*obstacle.ordinal)) {
      if (link.type == LinkType::work_forms) forms.push_back(link.to);
    }
    return forms;
  }
  const OrdinalRange range = state.table.of_kind(Kind::work_form);
  for (Ordinal item = range.begin; item < range.end; ++item) forms.push_back(item);
  return forms;
}

Asset make_asset(const PackState& state, std::string_view name, Bytes value) {
  Cursor cursor(value, "the entry of an asset");
  const std::uint64_t offset = cursor.varint();
  const std::uint64_t length = cursor.varint();
  const Bytes content = state.container.section(SectionId::assets).read(offset, length);
  return {std::string(checked_utf8(name)), std::string(checked_utf8(cursor.text())),
          std::as_bytes(content), state.shared_from_this()};
}

}  // namespace

Pack Pack::open(const std::filesystem::path& path, const OpenOptions& options) {
  return Pack(PackState::open(map_file(path), options));
}

Pack Pack::from_memory(std::string content, const OpenOptions& options) {
  const auto owner = std::make_shared<const std::string>(std::move(content));
  return Pack(PackState::open({as_bytes(*owner), owner}, options));
}

Pack Pack::from_static(std::span<const std::byte> content, const OpenOptions& options) {
  const Bytes bytes(reinterpret_cast<const std::uint8_t*>(content.data()), content.size());
  return Pack(PackState::open({bytes, nullptr}, options));
}

const Manifest& Pack::manifest() const { return state_->manifest; }

std::span<const std::byte> Pack::bytes() const { return std::as_bytes(state_->container.file()); }

std::size_t Pack::size() const { return state_->table.size(); }

std::optional<Item> Pack::item(std::string_view id) const {
  const auto ordinal = state_->table.find(id);
  if (!ordinal) return std::nullopt;
  return state_->item(*ordinal);
}

std::vector<Item> Pack::items(const ItemFilter& filter) const {
  const ItemTable& table = state_->table;
  const Wanted theme = wanted(table, filter.theme);
  std::vector<Item> items;
  if (theme.matches_nothing()) return items;
  const OrdinalRange range =
      filter.kind ? table.of_kind(*filter.kind) : OrdinalRange{0, table.size()};
  for (Ordinal item = range.begin; item < range.end; ++item) {
    if (theme.given && !table.has_theme(item, *theme.ordinal)) continue;
    if (!filter.tag.empty() && !table.has_tag(item, filter.tag)) continue;
    if (!filter.language.empty() && table.labels(item).language != filter.language) continue;
    items.push_back(state_->item(item));
  }
  return items;
}

std::vector<Item> Pack::work_forms(const WorkFormFilter& filter) const {
  const Wanted theme = wanted(state_->table, filter.theme);
  const Wanted obstacle = wanted(state_->table, filter.obstacle);
  std::vector<Item> forms;
  if (theme.matches_nothing() || obstacle.matches_nothing()) return forms;
  for (const Ordinal item : candidates(*state_, obstacle)) {
    if (!fits(state_->table.record(item), filter)) continue;
    if (theme.given && !state_->table.has_theme(item, *theme.ordinal)) continue;
    forms.push_back(state_->item(item));
  }
  return forms;
}

std::optional<Route> Pack::route(std::string_view obstacle) const {
  const std::optional<Item> item = this->item(obstacle);
  if (!item || item->kind() != Kind::obstacle) return std::nullopt;
  return Route{*item,
               item->linked(LinkType::topics),
               item->linked(LinkType::work_forms),
               item->linked(LinkType::articles),
               item->linked(LinkType::stories),
               item->property("another-way")};
}

std::vector<std::pair<std::string, std::string>> Pack::redirects() const {
  std::vector<std::pair<std::string, std::string>> redirects;
  for (const auto& [from, to] : state_->table.redirects()) {
    redirects.emplace_back(from, state_->table.id(to));
  }
  return redirects;
}

std::string Pack::synonyms() const {
  const auto section = state_->container.find(SectionId::synonyms);
  return section ? section->content(limits::kSynonymBytes) : "[]";
}

Map Pack::map() const { return state_->map(); }

std::vector<Asset> Pack::assets() const {
  std::vector<Asset> assets;
  for (auto walker = state_->assets.walk(); !walker.at_end(); walker.next()) {
    assets.push_back(make_asset(*state_, walker.key(), walker.value()));
  }
  return assets;
}

std::optional<Asset> Pack::asset(std::string_view name) const {
  const auto value = state_->assets.find(name);
  if (!value) return std::nullopt;
  return make_asset(*state_, name, *value);
}

#define LANDKAART_QUOTE_(text) #text
#define LANDKAART_QUOTE(text) LANDKAART_QUOTE_(text)

const char* version() noexcept {
  return LANDKAART_QUOTE(LANDKAART_VERSION_MAJOR) "." LANDKAART_QUOTE(
      LANDKAART_VERSION_MINOR) "." LANDKAART_QUOTE(LANDKAART_VERSION_PATCH);
}

int format_version() noexcept { return kFormatVersion; }

}  // namespace landkaart::inline v0
