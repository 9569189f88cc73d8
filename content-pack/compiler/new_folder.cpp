// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/new_folder.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <ranges>
#include <system_error>

#include "core/base/file.h"
#include "landkaart/error.h"

namespace landkaart::inline v0 {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void cannot_create(const fs::path& folder, std::error_code cause) {
  throw Error(ErrorCode::io, "cannot create this folder: " + cause.message(), folder.string(),
              cause);
}

}  // namespace

NewFolder::NewFolder(const fs::path& folder) : folder_(folder) {
  std::error_code error;
  if (fs::exists(folder, error) &&
      (!fs::is_directory(folder, error) || !fs::is_empty(folder, error))) {
    throw Error(ErrorCode::invalid_argument,
                "this is a file, or a folder with files in it; name a new or empty folder",
                folder.string());
  }
  if (error && error != std::errc::no_such_file_or_directory) cannot_create(folder, error);
  const fs::path whole = fs::absolute(folder).lexically_normal();
  fs::path parent;
  for (const fs::path& name : whole) {
    parent /= name;
    if (!name.empty() && !fs::exists(parent, error)) created_.push_back(parent);
  }
  part_ = temporary_path(folder / "folder");
  fs::create_directories(part_, error);
  if (error) {
    remove_unfinished();
    cannot_create(folder, error);
  }
}

NewFolder::~NewFolder() { remove_unfinished(); }

void NewFolder::remove_unfinished() noexcept {
  std::error_code ignored;
  fs::remove_all(part_, ignored);
  // Removes empty folders only.
  for (const fs::path& folder : std::views::reverse(created_)) fs::remove(folder, ignored);
}

void NewFolder::write(const fs::path& path, std::string_view content) const {
  write(path, [content](std::ostream& out) {
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
  });
}

void NewFolder::write(const fs::path& path,
                      const std::function<void(std::ostream&)>& append) const {
  SignalHold::check();
  const fs::path file = part_ / path;
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (fs::exists(file, error)) {
    throw Error(ErrorCode::io,
                "cannot write " + path.generic_string() +
                    ": this disk makes no difference between its name and that of another file",
                folder_.string());
  }
  errno = 0;
  std::ofstream out(file, std::ios::binary);
  append(out);
  out.close();
  if (!out) {
    const std::error_code cause(errno, std::generic_category());
    throw Error(ErrorCode::io,
                "cannot write " + path.generic_string() + ": " + cause.message() +
                    "; check the free space and the permissions",
                folder_.string(), cause);
  }
}

void NewFolder::finish() {
  std::vector<fs::path> names;
  for (const auto& entry : fs::directory_iterator(part_)) names.push_back(entry.path().filename());
  // pack.yaml comes last, because a folder with pack.yaml can be built.
  std::ranges::sort(names, {}, [](const fs::path& name) {
    return std::pair(name == fs::path("pack.yaml"), name.string());
  });
  for (const fs::path& name : names) {
    std::error_code error;
    fs::rename(part_ / name, folder_ / name, error);
    if (error) cannot_create(folder_, error);
  }
}

}  // namespace landkaart::inline v0
