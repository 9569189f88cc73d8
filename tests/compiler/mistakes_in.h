// SPDX-License-Identifier: EUPL-1.2
// Helpers for the tests of mistakes: compile small folders and return the messages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace landkaart::testing {

using Lines = std::vector<std::string>;

// The mistakes in a folder with one article, a.md. Its front matter begins on line 2 with a title.
inline Lines mistakes_in_article(std::string_view front_matter, std::string_view body = {}) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("articles/a.md", "title: A\n" + std::string(front_matter), body);
  return folder.mistakes();
}

// The remedies of all mistakes in a folder.
inline Lines remedies(const TemporaryFolder& folder) {
  Lines lines;
  try {
    build_to_memory(folder.path(), {.jobs = 1});
    ADD_FAILURE() << "the folder compiled, and should not have";
  } catch (const SourceMistakes& error) {
    for (const Mistake& mistake : error.mistakes()) lines.push_back(mistake.remedy);
  }
  return lines;
}

}  // namespace landkaart::testing
