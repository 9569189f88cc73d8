// SPDX-License-Identifier: EUPL-1.2
// Files: mapped for reading, replaced as a whole when writing. All that the library knows of the
// operating system is behind this header.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "core/base/bytes.h"

namespace landkaart::inline v0 {

// Bytes together with whatever keeps them alive. Cheap to copy.
struct SharedBytes {
  Bytes bytes;
  std::shared_ptr<const void> owner;
};

// Maps a file read-only. Throws Error: io, not_a_file. The file must not be shortened while mapped;
// replace it by renaming another file over it, as replace_file does.
SharedBytes map_file(const std::filesystem::path& path);

// Reads a file whole. Throws Error: io, not_a_file.
std::string read_file(const std::filesystem::path& path);

// Writes a new file beside `path`, flushes it to the disk and renames it over `path`: whoever looks
// sees the old file or the new one, whole, also after an interruption. Throws Error: io.
void replace_file(const std::filesystem::path& path, std::string_view content);

}  // namespace landkaart::inline v0
