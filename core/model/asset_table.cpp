// SPDX-License-Identifier: EUPL-1.2
#include "core/model/asset_table.h"

#include "core/base/malformed.h"
#include "core/model/media_types.h"
#include "core/text/names.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {

AssetTable::AssetTable(const Container& container)
    : names_(container.require(SectionId::asset_top), container.require(SectionId::asset_pages),
             container.require(SectionId::asset_blocks), limits::kAssetNameBytes),
      contents_(container.section(SectionId::assets)) {}

AssetTable::Place AssetTable::place_of(std::string_view name, Bytes value) const {
  Cursor cursor(value, "the entry of an asset");
  Place place;
  place.offset = cursor.varint();
  place.length = cursor.varint();
  place.media_type = cursor.text();
  if (!cursor.at_end()) cursor.fail("has bytes after the media type");
  if (place.media_type != media_type_of(name)) {
    malformed("the media type of an asset is not the one that belongs to its name");
  }
  return place;
}

AssetEntry AssetTable::entry(std::string_view name, const Place& place) const {
  return {std::string(checked_asset_name(name)), place.media_type,
          contents_.read(place.offset, place.length)};
}

std::vector<AssetEntry> AssetTable::all() const {
  if (names_.size() > limits::kAssets) beyond_limit("the pack", limits::kAssets, "assets");
  std::vector<AssetEntry> assets;
  std::uint64_t end = 0;
  for (auto walker = names_.walk(); !walker.at_end(); walker.next()) {
    const Place place = place_of(walker.key(), walker.value());
    if (place.offset != end) malformed("the contents of the assets overlap or have gaps");
    assets.push_back(entry(walker.key(), place));
    end += place.length;
  }
  if (end != contents_.size()) malformed("section 'asst' has bytes that belong to no asset");
  return assets;
}

std::optional<AssetEntry> AssetTable::find(std::string_view name) const {
  if (!is_valid_asset_name(name)) return std::nullopt;
  const auto value = names_.find(name);
  if (!value) return std::nullopt;
  return entry(name, place_of(name, *value));
}

}  // namespace landkaart::inline v0
