// SPDX-License-Identifier: EUPL-1.2
// NewFolder, which writes a new folder completely or not at all.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/signal_hold.h"

namespace landkaart::inline v0 {

// Writes files below a folder of its own inside the new folder, such as DIR/.4711.part. finish()
// moves them to the new folder. The destructor removes everything that was not finished, also after
// a signal.
class NewFolder {
 public:
  // Creates the folder. Throws Error: invalid_argument when it is a file or a folder with files in
  // it, io.
  explicit NewFolder(const std::filesystem::path& folder);
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;
  ~NewFolder();

  // Writes a file with a path relative to the new folder, and creates the folders of the path.
  // Throws Error(io), also when a signal to end the program has arrived.
  void write(const std::filesystem::path& path, std::string_view content) const;
  // The same for a content that may be too long for the memory: `append` writes it to the stream.
  void write(const std::filesystem::path& path,
             const std::function<void(std::ostream&)>& append) const;
  void finish();

 private:
  void remove_unfinished() noexcept;

  SignalHold hold_;
  std::filesystem::path folder_, part_;
  std::vector<std::filesystem::path>
      created_;  // folders that did not exist before, outermost first
};

}  // namespace landkaart::inline v0
