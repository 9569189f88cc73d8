// SPDX-License-Identifier: EUPL-1.2
// SourceFolder holds an authoring folder after reading. Each file has been checked by itself;
// references between items have not been resolved.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "content-pack/compiler/source_item.h"
#include "content-pack/compiler/unread_files.h"

namespace landkaart::inline v0 {

struct SourceRedirect {
  std::string from;
  Reference to;
};

struct SourceAsset {
  std::string name;  // the path below assets/, with slashes on every system
  std::filesystem::path path;
};

struct SourceMapFeature {
  std::string role;
  Reference item;
};

// An item that the pack does not get.
struct LeftOutItem {
  std::string file;
  std::string valid_from;  // YYYY-MM-DD; empty for a draft
  std::vector<Reference> assets;
};

struct SourceFolder {
  nlohmann::json manifest;  // the keys of pack.yaml without redirects
  std::vector<SourceRedirect> redirects;
  std::vector<SourceItem> items;  // sorted by kind, order, id
  std::vector<SourceMapFeature> map_features;
  std::string map;                  // canonical GeoJSON; empty when there is none
  std::string synonyms;             // canonical JSON; empty when there are none
  std::vector<SourceAsset> assets;  // sorted by name
  std::vector<std::string>
      not_read;  // names that pack.yaml lists: nobody expects a build to read them
  std::vector<UnreadFile> unread;               // the other files and folders that no build reads
  std::map<std::string, LeftOutItem> left_out;  // by id
};

// The purpose of reading a folder. Only linting stores the line and column of each sentence.
enum class ReadFor { packing, linting };

// Reads a folder with `jobs` threads. The result does not depend on their number. Adds to
// `mistakes`. Throws Error(io).
SourceFolder read_source_folder(const std::filesystem::path& folder, ReadFor purpose, unsigned jobs,
                                const std::function<void(const Progress&)>& progress,
                                MistakeList& mistakes);

struct ChosenItems {
  bool with_drafts = false;  // keep items with "draft: true"
  bool with_future = false;  // keep items whose valid-from is after `valid_on`
  std::string valid_on;      // YYYY-MM-DD
};

// Moves the items that are not chosen from `items` to `left_out`, and counts them.
LeftOut leave_out(SourceFolder& source, const ChosenItems& chosen);

}  // namespace landkaart::inline v0
