// SPDX-License-Identifier: EUPL-1.2
// The functions of file.h for POSIX and for Windows.
#include "core/base/file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <string>
#include <system_error>

#include "landkaart/error.h"

#ifdef _WIN32
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>
#else
#include <sys/mman.h>
#include <sys/stat.h>

#include "core/base/descriptor.h"
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

[[noreturn]] void not_there(const fs::path& path) {
  throw Error(ErrorCode::io, "there is no such file; check the path", path.string(),
              std::make_error_code(std::errc::no_such_file_or_directory));
}

[[noreturn]] void not_a_file(const fs::path& path, bool is_folder) {
  fail(path, is_folder ? "this is a folder; name a file" : "this is not an ordinary file",
       ErrorCode::not_a_file);
}

std::size_t checked_size(std::uint64_t size) {
  if (size > std::string().max_size()) throw std::bad_alloc();
  return static_cast<std::size_t>(size);
}

#ifdef _WIN32

// An ordinary file that is open for reading. Other programs cannot write to it meanwhile.
class InputFile {
 public:
  explicit InputFile(const fs::path& path) : path_(path) {
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    if (!fs::exists(status)) not_there(path);
    if (!fs::is_regular_file(status)) not_a_file(path, fs::is_directory(status));
    handle_ = CreateFileW(path.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, nullptr,
                          OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle_ == INVALID_HANDLE_VALUE) refused(path, "cannot open");
    LARGE_INTEGER size;
    if (GetFileType(handle_) != FILE_TYPE_DISK || !GetFileSizeEx(handle_, &size)) {
      CloseHandle(handle_);
      not_a_file(path, false);
    }
    bytes_ = static_cast<std::uint64_t>(size.QuadPart);
  }
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile() { CloseHandle(handle_); }

  std::uint64_t size() const { return bytes_; }

  // Reads at most `most` bytes; returns the number of bytes, 0 at the end of the file.
  std::size_t read(char* into, std::size_t most) {
    DWORD count = 0;
    const auto wanted = static_cast<DWORD>(std::min<std::size_t>(most, 1u << 30));
    if (!ReadFile(handle_, into, wanted, &count, nullptr)) refused(path_, "cannot read");
    return count;
  }

  SharedBytes map(std::size_t size) const {
    const HANDLE mapping = CreateFileMappingW(handle_, nullptr, PAGE_READONLY, 0, 0, nullptr);
    if (mapping == nullptr) refused(path_, "cannot map");
    const void* start = MapViewOfFile(mapping, FILE_MAP_READ, 0, 0, 0);
    CloseHandle(mapping);
    if (start == nullptr) refused(path_, "cannot map");
    std::shared_ptr<const void> owner(start, [](const void* view) { UnmapViewOfFile(view); });
    return {{static_cast<const std::uint8_t*>(start), size}, std::move(owner)};
  }

 private:
  const fs::path& path_;
  HANDLE handle_ = INVALID_HANDLE_VALUE;
  std::uint64_t bytes_ = 0;
};

#else

// An ordinary file that is open for reading. Its size and sort are those of the open file, because
// another file can get the path between two calls.
class InputFile {
 public:
  // O_NONBLOCK: opening a pipe must not wait for a program that writes to it.
  explicit InputFile(const fs::path& path)
      : path_(path), file_(path, O_RDONLY | O_NONBLOCK | O_NOCTTY) {
    if (!file_.is_open() && errno == ENOENT) not_there(path);
    if (!file_.is_open()) refused(path, "cannot open");
    struct stat status;
    if (::fstat(file_.number(), &status) != 0) refused(path, "cannot read the size");
    if (!S_ISREG(status.st_mode)) not_a_file(path, S_ISDIR(status.st_mode));
    bytes_ = static_cast<std::uint64_t>(status.st_size);
  }

  std::uint64_t size() const { return bytes_; }

  // Reads at most `most` bytes; returns the number of bytes, 0 at the end of the file.
  std::size_t read(char* into, std::size_t most) {
    for (;;) {
      const ssize_t count = ::read(file_.number(), into, most);
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) refused(path_, "cannot read");
    }
  }

  SharedBytes map(std::size_t size) const {
    void* start = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file_.number(), 0);
    if (start == MAP_FAILED && errno == ENOMEM) throw std::bad_alloc();
    if (start == MAP_FAILED) refused(path_, "cannot map");
    std::shared_ptr<const void> owner(
        start, [size](const void* view) { ::munmap(const_cast<void*>(view), size); });
    return {{static_cast<const std::uint8_t*>(start), size}, std::move(owner)};
  }

 private:
  const fs::path& path_;
  Descriptor file_;
  std::uint64_t bytes_ = 0;
};

#endif

}  // namespace

SharedBytes map_file(const fs::path& path) {
  const InputFile file(path);
  const std::size_t size = checked_size(file.size());
  if (size == 0) return {};
  return file.map(size);
}

std::string read_file(const fs::path& path) {
  InputFile file(path);
  std::string content(checked_size(file.size()), '\0');
  for (std::size_t filled = 0; filled < content.size();) {
    const std::size_t count = file.read(content.data() + filled, content.size() - filled);
    if (count == 0) fail(path, "another program shortened this file during reading; try again");
    filled += count;
  }
  return content;
}

}  // namespace landkaart::inline v0
