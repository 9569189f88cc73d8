// SPDX-License-Identifier: EUPL-1.2
// Functions that write files into a new or empty folder, so that no existing file is overwritten.
#pragma once

#include <filesystem>
#include <string_view>

namespace landkaart::inline v0 {

// Creates the folder when it does not exist. Throws Error(invalid_argument) when it is not empty or
// not a folder, and Error(io) when it cannot be created.
void make_new_folder(const std::filesystem::path& folder);

// Creates the file and the folders above it. Throws Error(io).
void write_new_file(const std::filesystem::path& path, std::string_view content);

// Returns the name of an asset as a path relative to assets/. Throws Error(malformed) when the path
// would lie outside assets/.
std::filesystem::path checked_asset_path(const std::string& name);

}  // namespace landkaart::inline v0
