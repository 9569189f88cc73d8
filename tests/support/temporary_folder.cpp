// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/temporary_folder.h"

#include <fstream>
#include <random>

#include <gtest/gtest.h>

namespace landkaart::testing {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  std::random_device random;
  path_ = fs::temp_directory_path() /
          ("landkaart-test-" + std::to_string(random()) + std::to_string(random()));
  fs::create_directories(path_);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

TemporaryFolder& TemporaryFolder::write(const std::string& name, std::string_view content) {
  fs::create_directories((path_ / name).parent_path());
  std::ofstream(path_ / name, std::ios::binary) << content;
  return *this;
}

TemporaryFolder& TemporaryFolder::write_pack_yaml(std::string_view more) {
  return write("pack.yaml",
               "id: proef\ntitle: Proef\nversion: 1.0.0\nlanguage: nl\npublisher: Proef\n"
               "licence: CC0-1.0\n" +
                   std::string(more));
}

TemporaryFolder& TemporaryFolder::write_item(const std::string& name, std::string_view front_matter,
                                             std::string_view body) {
  return write(name, "---\n" + std::string(front_matter) + "---\n" + std::string(body));
}

Pack TemporaryFolder::build() const { return build({.jobs = 1}); }

Pack TemporaryFolder::build(const BuildOptions& options) const {
  return Pack::from_memory(build_to_memory(path_, options));
}

std::vector<std::string> TemporaryFolder::mistakes() const {
  std::vector<std::string> lines;
  try {
    build_to_memory(path_, {.jobs = 1});
    ADD_FAILURE() << "the folder compiled; it should have mistakes";
  } catch (const SourceMistakes& error) {
    for (const Mistake& mistake : error.mistakes()) {
      lines.push_back(mistake.file + ":" + std::to_string(mistake.line) + ":" +
                      std::to_string(mistake.column) + ": " + mistake.problem);
    }
  }
  return lines;
}

}  // namespace landkaart::testing
