// SPDX-License-Identifier: EUPL-1.2
// TemporaryFolder is an authoring folder in the temporary folder of the system. The destructor
// removes it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <landkaart/compiler.h>

namespace landkaart::testing {

class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }

  // Writes the file `name`, a path relative to the folder, and makes the folders in that path.
  TemporaryFolder& write(const std::string& name, std::string_view content);
  // Writes a pack.yaml with every required key, followed by the lines of `more`.
  TemporaryFolder& write_pack_yaml(std::string_view more = {});
  // Writes an item from its front matter, without the --- lines, and its body.
  TemporaryFolder& write_item(const std::string& name, std::string_view front_matter,
                              std::string_view body = {});

  // Compile the folder, and open the pack from memory.
  Pack build() const;
  Pack build(const BuildOptions& options) const;
  // Compiles a folder that must not compile, and returns its mistakes, each as
  // "file:line:column: problem". A folder that compiles is a test failure.
  std::vector<std::string> mistakes() const;

 private:
  std::filesystem::path path_;
};

}  // namespace landkaart::testing
