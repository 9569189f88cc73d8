// SPDX-License-Identifier: EUPL-1.2
// The functions of file.h for POSIX and for Windows.
#include "core/base/file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>

#include "landkaart/error.h"

#ifdef _WIN32
#define NOMINMAX
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace landkaart::inline v0 {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& problem,
                       ErrorCode code = ErrorCode::io) {
  throw Error(code, problem, path.string());
}

[[noreturn]] void refused(const fs::path& path, const std::string& problem, std::error_code cause) {
  throw Error(ErrorCode::io, problem + ": " + cause.message(), path.string(), cause);
}

[[noreturn]] void refused(const fs::path& path, const std::string& problem) {
#ifdef _WIN32
  refused(path, problem, {static_cast<int>(GetLastError()), std::system_category()});
#else
  refused(path, problem, {errno, std::generic_category()});
#endif
}

std::size_t checked_size(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    throw Error(ErrorCode::io, "there is no such file; check the path", path.string(),
                std::make_error_code(std::errc::no_such_file_or_directory));
  }
  if (fs::is_directory(status)) {
    fail(path, "this is a folder; name a file", ErrorCode::not_a_file);
  }
  if (!fs::is_regular_file(status)) {
    fail(path, "this is not an ordinary file", ErrorCode::not_a_file);
  }
  const auto size = fs::file_size(path, error);
  if (error) refused(path, "cannot read the size", error);
  return static_cast<std::size_t>(size);
}

#ifdef _WIN32

SharedBytes map_nonempty(const fs::path& path, std::size_t size) {
  const HANDLE file = CreateFileW(path.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE,
                                  nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (file == INVALID_HANDLE_VALUE) refused(path, "cannot open");
  const HANDLE mapping = CreateFileMappingW(file, nullptr, PAGE_READONLY, 0, 0, nullptr);
  CloseHandle(file);
  if (mapping == nullptr) refused(path, "cannot map");
  const void* start = MapViewOfFile(mapping, FILE_MAP_READ, 0, 0, 0);
  CloseHandle(mapping);
  if (start == nullptr) refused(path, "cannot map");
  std::shared_ptr<const void> owner(start, [](const void* view) { UnmapViewOfFile(view); });
  return {{static_cast<const std::uint8_t*>(start), size}, std::move(owner)};
}

void write_and_flush(const fs::path& path, std::string_view content) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  out.flush();
  if (!out) fail(path, "cannot write; check the free space and the permissions of the folder");
  out.close();
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

class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags) : number_(::open(path.c_str(), flags, 0666)) {
    if (number_ < 0) refused(path, "cannot open");
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(number_); }
  int number() const { return number_; }

 private:
  int number_;
};

SharedBytes map_nonempty(const fs::path& path, std::size_t size) {
  const Descriptor file(path, O_RDONLY | O_CLOEXEC);
  void* start = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.number(), 0);
  if (start == MAP_FAILED) refused(path, "cannot map");
  std::shared_ptr<const void> owner(
      start, [size](const void* view) { ::munmap(const_cast<void*>(view), size); });
  return {{static_cast<const std::uint8_t*>(start), size}, std::move(owner)};
}

void write_and_flush(const fs::path& path, std::string_view content) {
  const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
  while (!content.empty()) {
    const ssize_t written = ::write(file.number(), content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) refused(path, "cannot write");
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(file.number()) != 0) refused(path, "cannot flush to disk");
}

void flush_folder(const fs::path& folder) {
  const Descriptor file(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  ::fsync(file.number());
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

}  // namespace

SharedBytes map_file(const fs::path& path) {
  const std::size_t size = checked_size(path);
  if (size == 0) return {};
  return map_nonempty(path, size);
}

std::string read_file(const fs::path& path) {
  const std::size_t size = checked_size(path);
  std::ifstream in(path, std::ios::binary);
  std::string content(size, '\0');
  in.read(content.data(), static_cast<std::streamsize>(size));
  if (!in || static_cast<std::size_t>(in.gcount()) != size) fail(path, "cannot read this file");
  return content;
}

void replace_file(const fs::path& path, std::string_view content) {
  if (fs::is_directory(path)) {
    fail(path, "this is a folder; name a file", ErrorCode::not_a_file);
  }
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const std::string name =
      "." + path.filename().string() + "." + std::to_string(process_number()) + ".part";
  const TemporaryFile part(folder / name);
  write_and_flush(part.path(), content);
  std::error_code error;
  fs::rename(part.path(), path, error);
  if (error) refused(path, "cannot rename the new file to this path", error);
  flush_folder(folder);
}

}  // namespace landkaart::inline v0
