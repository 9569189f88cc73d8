// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/source_links.h"

#include <algorithm>

#include "content-pack/compiler/front_matter_keys.h"

namespace landkaart::inline v0 {
namespace {

namespace fs = std::filesystem;

class LinkCheck {
 public:
  LinkCheck(const fs::path& folder, MistakeList& mistakes)
      : folder_(folder), root_(fs::canonical(folder)), mistakes_(mistakes) {}

  // Checks a path that the compiler reads, and everything below it.
  void check(const fs::path& path) {
    std::error_code error;
    if (fs::is_symlink(fs::symlink_status(path, error))) return check_link(path);
    if (!fs::is_directory(path, error)) return;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      const bool is_hidden = entry.path().filename().string().starts_with('.');
      if (entry.is_symlink() && !is_hidden) check_link(entry.path());
    }
  }

  bool all_allowed() const { return all_allowed_; }

 private:
  void check_link(const fs::path& link) {
    std::error_code error;
    const fs::path target = fs::canonical(link, error);
    if (error) {
      refuse(link, Message::link_to_nothing, fs::read_symlink(link, error));
    } else if (!is_inside(target)) {
      refuse(link, Message::link_out_of_folder, target);
    } else if (fs::is_directory(target, error)) {
      refuse(link, Message::link_to_folder, target);
    }
  }

  bool is_inside(const fs::path& target) const {
    return std::mismatch(root_.begin(), root_.end(), target.begin(), target.end()).first ==
           root_.end();
  }

  void refuse(const fs::path& link, Message message, const fs::path& target) {
    mistakes_.add({link.lexically_relative(folder_).generic_string()}, message, {target.string()});
    all_allowed_ = false;
  }

  const fs::path& folder_;
  fs::path root_;
  MistakeList& mistakes_;
  bool all_allowed_ = true;
};

}  // namespace

bool check_links(const fs::path& folder, MistakeList& mistakes) {
  LinkCheck links(folder, mistakes);
  for (const std::string_view name : source_files()) links.check(folder / name);
  for (const std::string_view name : source_folders()) links.check(folder / name);
  return links.all_allowed();
}

}  // namespace landkaart::inline v0
