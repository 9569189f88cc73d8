// SPDX-License-Identifier: EUPL-1.2
// TemporaryFolder, an authoring folder that a test writes, compiles and forgets.
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

  // Writes a file below the folder, with the folders above it.
  TemporaryFolder& write(const std::string& name, std::string_view content);
  // A pack.yaml with every required key; `more` is added to it.
  TemporaryFolder& write_pack_yaml(std::string_view more = {});
  // An item with this front matter (without the --- lines) and body.
  TemporaryFolder& write_item(const std::string& name, std::string_view front_matter,
                              std::string_view body = {});

  Pack build() const;
  Pack build(const BuildOptions& options) const;
  // The mistakes of a folder that must not compile, each as "file:line:column: problem".
  std::vector<std::string> mistakes() const;

 private:
  std::filesystem::path path_;
};

}  // namespace landkaart::testing
