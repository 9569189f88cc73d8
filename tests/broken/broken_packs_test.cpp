// SPDX-License-Identifier: EUPL-1.2
// broken.json lists the packs in packs/, each with the error code that the pack must give.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/broken/exercise.h"

namespace landkaart {
namespace {

const std::filesystem::path kFolder = LANDKAART_BROKEN_FOLDER;

struct BrokenPack {
  std::string file;
  std::string code;

  friend void PrintTo(const BrokenPack& pack, std::ostream* out) { *out << pack.file; }
};

std::vector<BrokenPack> listed_packs() {
  std::vector<BrokenPack> packs;
  std::ifstream in(kFolder / "broken.json");
  const auto listed = nlohmann::json::parse(in);
  for (const auto& [file, code] : listed.items()) packs.push_back({file, code});
  return packs;
}

// The name of the code of the first Error from opening the pack, from every query on it, and from
// verify(). "none" when all of them succeed.
std::string code_of(const std::filesystem::path& path) {
  try {
    const Pack pack = Pack::open(path);
    testing::ask_everything(pack);
    verify(pack);
    return "none";
  } catch (const Error& error) {
    EXPECT_GT(std::string(error.what()).size(), 20u)
        << "a message of one or two words helps nobody: " << error.what();
    return name(error.code());
  }
}

class Broken : public ::testing::TestWithParam<BrokenPack> {};

TEST_P(Broken, GivesTheErrorCodeListedForIt) {
  EXPECT_EQ(code_of(kFolder / "packs" / GetParam().file), GetParam().code) << GetParam().file;
}

INSTANTIATE_TEST_SUITE_P(Packs, Broken, ::testing::ValuesIn(listed_packs()),
                         [](const auto& tested) {
                           std::string name =
                               tested.param.file.substr(0, tested.param.file.find('.'));
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(BrokenPacks, EveryFileInTheFolderIsListed) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder / "packs")) {
    files.push_back(entry.path().filename().string());
  }
  std::ranges::sort(files);
  std::vector<std::string> listed;
  for (const BrokenPack& pack : listed_packs()) listed.push_back(pack.file);
  std::ranges::sort(listed);
  EXPECT_EQ(files, listed);
}

TEST(BrokenPacks, TheMessageNamesAMissingSection) {
  try {
    const Pack pack = Pack::open(kFolder / "packs" / "positions-missing.lkp");
    static_cast<void>(pack.search("kring"));
    FAIL() << "a search in a pack without positions succeeded";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("section 'posi' is missing"));
  }
}

TEST(BrokenPacks, OpeningAFolderGivesNotAFile) { EXPECT_EQ(code_of(kFolder), "not_a_file"); }

TEST(BrokenPacks, OpeningAMissingFileGivesIo) { EXPECT_EQ(code_of(kFolder / "none.lkp"), "io"); }

}  // namespace
}  // namespace landkaart
