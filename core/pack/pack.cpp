// SPDX-License-Identifier: EUPL-1.2
#include "landkaart/pack.h"

#include <new>

#include "core/pack/item_selection.h"
#include "core/pack/pack_state.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"
#include "landkaart/version.h"

namespace landkaart::inline v0 {

ByteSource::~ByteSource() = default;

namespace {

Asset make_asset(const PackState& state, AssetEntry entry) {
  return {std::move(entry.name), std::string(entry.media_type), std::as_bytes(entry.content),
          state.shared_from_this()};
}

// Made when the library is loaded, because making an Error allocates. Copying it does not.
const Error kOutOfMemory(ErrorCode::out_of_memory, "too little memory to open this pack");

OpenResult attempt(const auto& open) {
  try {
    return open();
  } catch (const Error& error) {
    return error;
  } catch (const std::bad_alloc&) {
    return kOutOfMemory;
  }
}

}  // namespace

Pack Pack::open(const std::filesystem::path& path, const OpenOptions& options) {
  if (options.file_access == FileAccess::read) return from_memory(read_file(path), options);
  return Pack(PackState::open(map_file(path), options));
}

Pack Pack::open(const ByteSource& source, const OpenOptions& options) {
  const std::uint64_t size = source.size();
  std::string content;
  if (size > content.max_size()) throw std::bad_alloc();
  content.resize(static_cast<std::size_t>(size));
  if (!content.empty()) source.read(0, std::as_writable_bytes(std::span(content)));
  return from_memory(std::move(content), options);
}

OpenResult Pack::try_open(const std::filesystem::path& path, const OpenOptions& options) {
  return attempt([&] { return open(path, options); });
}

OpenResult Pack::try_open(const ByteSource& source, const OpenOptions& options) {
  return attempt([&] { return open(source, options); });
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

ItemRange Pack::item_range(const ItemFilter& filter) const { return select_items(state_, filter); }

ItemRange Pack::work_form_range(const ItemFilter& filter) const {
  return select_work_forms(state_, filter);
}

std::vector<Item> Pack::items(const ItemFilter& filter) const {
  const ItemRange range = item_range(filter);
  return {range.begin(), range.end()};
}

std::vector<Item> Pack::work_forms(const ItemFilter& filter) const {
  const ItemRange range = work_form_range(filter);
  return {range.begin(), range.end()};
}

std::optional<Route> Pack::route(std::string_view obstacle) const {
  const std::optional<Item> item = this->item(obstacle);
  if (!item || item->kind() != Kind::obstacle) return std::nullopt;
  return Route{*item,
               item->linked(LinkType::topics),
               item->linked(LinkType::work_forms),
               item->linked(LinkType::articles),
               item->linked(LinkType::stories),
               item->property("another-way").value_or("")};
}

std::vector<std::pair<std::string, std::string>> Pack::redirects() const {
  std::vector<std::pair<std::string, std::string>> redirects;
  for (auto& [from, to] : state_->table.redirects()) {
    redirects.emplace_back(std::move(from), state_->table.id(to));
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
  for (AssetEntry& entry : state_->assets.all()) {
    assets.push_back(make_asset(*state_, std::move(entry)));
  }
  return assets;
}

std::optional<Asset> Pack::asset(std::string_view name) const {
  auto entry = state_->assets.find(name);
  if (!entry) return std::nullopt;
  return make_asset(*state_, std::move(*entry));
}

#define LANDKAART_QUOTE_(text) #text
#define LANDKAART_QUOTE(text) LANDKAART_QUOTE_(text)

const char* version() noexcept {
  return LANDKAART_QUOTE(LANDKAART_VERSION_MAJOR) "." LANDKAART_QUOTE(
      LANDKAART_VERSION_MINOR) "." LANDKAART_QUOTE(LANDKAART_VERSION_PATCH);
}

int format_version() noexcept { return kFormatVersion; }

}  // namespace landkaart::inline v0
