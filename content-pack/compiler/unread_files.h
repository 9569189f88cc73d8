// SPDX-License-Identifier: EUPL-1.2
// find_unread_files() finds the files and folders of an authoring folder that no build reads.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "content-pack/compiler/mistakes.h"

namespace landkaart::inline v0 {

struct UnreadFile {
  std::string name;  // of the file or folder, which lies at the top of the authoring folder
  bool is_folder = false;
};

// Adds a mistake for each file or folder whose name is another spelling of a name that a build
// reads: artikelen/ with items, pack.yml beside no pack.yaml. Returns the others, sorted by name.
// Skips the names in `not_read`, hidden files, backup files of text editors, and files about the
// folder itself such as README.md.
std::vector<UnreadFile> find_unread_files(const std::filesystem::path& folder,
                                          const std::vector<std::string>& not_read,
                                          MistakeList& mistakes);

}  // namespace landkaart::inline v0
