// SPDX-License-Identifier: EUPL-1.2
// replace_file for POSIX and for Windows.
#include <cerrno>
#include <fstream>
#include <system_error>

#include "core/base/file.h"
#include "core/base/signal_hold.h"
#include "landkaart/error.h"

#ifdef _WIN32
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>
#else
#include "core/base/descriptor.h"
#endif

namespace landkaart::inline v0 {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot_write(const fs::path& path, const std::string& problem,
                               std::error_code cause) {
  throw Error(ErrorCode::io, problem + ": " + cause.message(), path.string(), cause);
}

#ifdef _WIN32

// `path` is the file to write, and `target` the path that a message names.
void write_and_flush(const fs::path& path, std::string_view content, const fs::path& target) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  out.close();
  if (!out) cannot_write(target, "cannot write", std::make_error_code(std::errc::io_error));
  const HANDLE file = CreateFileW(path.c_str(), GENERIC_WRITE, 0, nullptr, OPEN_EXISTING,
                                  FILE_ATTRIBUTE_NORMAL, nullptr);
  if (file != INVALID_HANDLE_VALUE) {
    FlushFileBuffers(file);
    CloseHandle(file);
  }
}

void flush_folder(const fs::path&) {}

unsigned long process_number() { return GetCurrentProcessId(); }

#else

[[noreturn]] void cannot_write(const fs::path& path, const std::string& problem) {
  cannot_write(path, problem, {errno, std::generic_category()});
}

// `path` is the file to write, and `target` the path that a message names. O_EXCL, because another
// user of the folder could have made a link with this name.
void write_and_flush(const fs::path& path, std::string_view content, const fs::path& target) {
  ::unlink(path.c_str());
  const Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL);
  if (!file.is_open()) cannot_write(target, "cannot open");
  while (!content.empty()) {
    const ssize_t written = ::write(file.number(), content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) cannot_write(target, "cannot write");
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(file.number()) != 0) cannot_write(target, "cannot flush to disk");
}

void flush_folder(const fs::path& folder) {
  const Descriptor file(folder, O_RDONLY | O_DIRECTORY);
  if (file.is_open()) ::fsync(file.number());
}

unsigned long process_number() { return static_cast<unsigned long>(::getpid()); }

#endif

// A file that is removed at the end of the scope, unless it was renamed before.
class TemporaryFile {
 public:
  explicit TemporaryFile(fs::path path) : path_(std::move(path)) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// The path at the end of a chain of symbolic links. The last link may lead to a file that does not
// exist yet.
fs::path target_of(const fs::path& path) {
  constexpr int kMostLinks = 40;
  fs::path target = path;
  std::error_code error;
  for (int links = 0; fs::is_symlink(fs::symlink_status(target, error)); ++links) {
    if (links == kMostLinks) {
      cannot_write(path, "cannot open",
                   std::make_error_code(std::errc::too_many_symbolic_link_levels));
    }
    const fs::path next = fs::read_symlink(target, error);
    if (error) cannot_write(path, "cannot read this link", error);
    target = target.parent_path() / next;
  }
  return target;
}

}  // namespace

fs::path temporary_path(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  return folder /
         ("." + path.filename().string() + "." + std::to_string(process_number()) + ".part");
}

void replace_file(const fs::path& path, std::string_view content) {
  const fs::path target = target_of(path);
  std::error_code error;
  const fs::file_status before = fs::status(target, error);
  if (fs::is_directory(before)) {
    throw Error(ErrorCode::not_a_file, "this is a folder; name a file", path.string());
  }
  if (fs::exists(before) && !fs::is_regular_file(before)) {
    throw Error(ErrorCode::not_a_file,
                "this is a device or a pipe; name an ordinary file, or a new one", path.string());
  }
  const SignalHold hold;
  const TemporaryFile part(temporary_path(target));
  write_and_flush(part.path(), content, path);
  if (fs::exists(before)) {
    fs::permissions(part.path(), before.permissions(), error);
    if (error) cannot_write(path, "cannot set the permissions of the new file", error);
  }
  fs::rename(part.path(), target, error);
  if (error) cannot_write(path, "cannot rename the new file to this path", error);
  flush_folder(part.path().parent_path());
}

}  // namespace landkaart::inline v0
