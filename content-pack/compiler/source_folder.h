// SPDX-License-Identifier: EUPL-1.2
// SourceFolder, a whole authoring folder as read: every file on its own, nothing resolved yet.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "content-pack/compiler/source_item.h"

namespace landkaart::inline v0 {

struct SourceRedirect {
  std::string from;
  Reference to;
};

struct SourceAsset {
  std::string name;  // the path under assets/, with slashes
  std::filesystem::path path;
};

struct SourceMapFeature {
  std::string role;
  Reference item;
};

struct SourceFolder {
  nlohmann::json manifest;  // the keys of pack.yaml but for redirects
  std::vector<SourceRedirect> redirects;
  std::vector<SourceItem> items;  // in order of kind, order, id
  std::vector<SourceMapFeature> map_features;
  std::string map;                  // canonical GeoJSON; empty when there is none
  std::string synonyms;             // canonical JSON; empty when there are none
  std::vector<SourceAsset> assets;  // in order of name
};

// What a folder is read for. A pack needs less: not where each sentence stands.
enum class ReadFor { packing, linting };

// Reads with `jobs` threads; the result is the same for any number. Adds to `mistakes`. Throws
// Error(io).
SourceFolder read_source_folder(const std::filesystem::path& folder, ReadFor purpose, unsigned jobs,
                                const std::function<void(const Progress&)>& progress,
                                MistakeList& mistakes);

}  // namespace landkaart::inline v0
