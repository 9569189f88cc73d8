// SPDX-License-Identifier: EUPL-1.2
// Writing into a folder that is new or empty, so that nobody's work is overwritten.
#pragma once

#include <filesystem>
#include <string_view>

namespace landkaart::inline v0 {

// Throws Error(invalid_argument) when there is something in it.
void make_new_folder(const std::filesystem::path& folder);

// Makes the folders above it too. Throws Error(io).
void write_new_file(const std::filesystem::path& path, std::string_view content);

// The name of an asset as a path below assets/. Throws Error(malformed) when it would lead outside.
std::filesystem::path checked_asset_path(const std::string& name);

}  // namespace landkaart::inline v0
