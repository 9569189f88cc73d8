// SPDX-License-Identifier: EUPL-1.2
// AssetTable, the names, media types and bytes of the assets of a pack.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/string_dictionary.h"

namespace landkaart::inline v0 {

struct AssetEntry {
  std::string name;
  std::string_view media_type;
  Bytes content;
};

class AssetTable {
 public:
  // Throws Error: malformed, damaged.
  explicit AssetTable(const Container& container);

  // All assets in order of name. Throws Error: limit_exceeded when there are more than 65,536;
  // malformed when a name is not a valid path, when a media type is not that of the name, or when
  // the contents do not follow each other without gaps and fill the section; damaged.
  std::vector<AssetEntry> all() const;
  // The asset with a name. Throws Error: malformed, damaged.
  std::optional<AssetEntry> find(std::string_view name) const;

 private:
  struct Place {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    std::string_view media_type;
  };
  Place place_of(std::string_view name, Bytes value) const;
  AssetEntry entry(std::string_view name, const Place& place) const;

  StringDictionary names_;
  Section contents_;
};

}  // namespace landkaart::inline v0
