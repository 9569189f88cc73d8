// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/new_folder.h"

#include <algorithm>
#include <fstream>

#include "landkaart/error.h"

namespace landkaart::inline v0 {

namespace fs = std::filesystem;

void make_new_folder(const fs::path& folder) {
  std::error_code error;
  const bool is_new = !fs::exists(folder, error);
  if (!is_new && (!fs::is_directory(folder, error) || !fs::is_empty(folder, error))) {
    throw Error(ErrorCode::invalid_argument,
                "this is a file, or a folder with files in it; name a new or empty folder",
                folder.string());
  }
  if (!error) fs::create_directories(folder, error);
  if (error) {
    throw Error(ErrorCode::io, "cannot create this folder: " + error.message(), folder.string(),
                error);
  }
}

void write_new_file(const fs::path& path, std::string_view content) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::ofstream out(path, std::ios::binary);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  out.close();
  if (!out) {
    throw Error(ErrorCode::io, "cannot write this file; check the free space and the permissions",
                path.string());
  }
}

fs::path checked_asset_path(const std::string& name) {
  fs::path path(name);
  const bool leads_out = path.is_absolute() || name.find('\\') != std::string::npos ||
                         std::ranges::find(path, fs::path("..")) != path.end() || name.empty();
  if (leads_out) {
    throw Error(ErrorCode::malformed, "this pack breaks the format: the asset name \"" + name +
                                          "\" is not a path below the assets folder");
  }
  return path;
}

}  // namespace landkaart::inline v0
