// SPDX-License-Identifier: EUPL-1.2
// Maps, reads and replaces files. In core/, only the source file of this header calls functions of
// the operating system.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "core/base/bytes.h"

namespace landkaart::inline v0 {

// Bytes, and the object that keeps them in memory. A copy shares the bytes.
struct SharedBytes {
  Bytes bytes;
  std::shared_ptr<const void> owner;
};

// Maps a file read-only. Throws Error: io, not_a_file; std::bad_alloc when the address space has no
// room for it. A program that shortens the file while it is mapped crashes the reader (SIGBUS), so
// replace the file by renaming another file over it, as replace_file does.
SharedBytes map_file(const std::filesystem::path& path);

// Reads the whole file. Throws Error: io, also when another program shortens the file meanwhile;
// not_a_file; std::bad_alloc.
std::string read_file(const std::filesystem::path& path);

// Writes a new file beside `path`, flushes it to the disk and renames it to `path`. A reader sees
// the complete old file or the complete new file, even if the program or the machine stops in
// between. Throws Error: io, not_a_file.
void replace_file(const std::filesystem::path& path, std::string_view content);

}  // namespace landkaart::inline v0
