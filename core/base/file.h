// SPDX-License-Identifier: EUPL-1.2
// Maps, reads and replaces files. In core/, only the source files of this header and of
// signal_hold.h call functions of the operating system.
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
// between. When `path` is a symbolic link, the file at its end is replaced and the link stays. A
// file that exists keeps its permission bits. Signals that end a program arrive after the new file
// is complete or removed. Throws Error: io; not_a_file for a folder, a device or a pipe.
void replace_file(const std::filesystem::path& path, std::string_view content);

// The path of a hidden file or folder beside `path`, with the number of the process in its name:
// "out/.my.lkp.4711.part" for "out/my.lkp".
std::filesystem::path temporary_path(const std::filesystem::path& path);

}  // namespace landkaart::inline v0
