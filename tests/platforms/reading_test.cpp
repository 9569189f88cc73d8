// SPDX-License-Identifier: EUPL-1.2
// Opens the golden packs of version 1 and the broken packs. A golden pack must answer every call,
// and a call on a broken pack must return or throw Error.
#include <filesystem>
#include <optional>

#include <gtest/gtest.h>

#include <landkaart/landkaart.h>

namespace landkaart {
namespace {

namespace fs = std::filesystem;

const fs::path kPacks = LANDKAART_PACKS;

std::vector<fs::path> packs_in(const fs::path& folder) {
  std::vector<fs::path> packs;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".lkp") packs.push_back(entry.path());
  }
  return packs;
}

// The number of bytes in the answers, so that a test can tell that there were answers.
std::size_t ask(const Pack& pack) {
  std::size_t bytes = 0;
  for (const Item& item : pack.items()) {
    bytes += item.json().size() + item.markdown().size() + item.text().size();
    for (const Item::Related& related : item.related()) bytes += related.item.title().size();
  }
  for (const char* query : {"water", "\"de wijk\"", "regent*", "collega's", "regentonn"}) {
    const SearchResult result = pack.search(query);
    for (const Hit& hit : result.hits) bytes += hit.snippet().text.size() + hit.explain().size();
    bytes +=
        result.total() + result.facets().kinds.size() + result.suggestion().value_or("").size();
  }
  return bytes + pack.map().html().size();
}

TEST(Reading, GoldenPacksAnswerEveryCall) {
  const std::vector<fs::path> packs = packs_in(kPacks / "golden/version-1");
  ASSERT_FALSE(packs.empty());
  for (const fs::path& path : packs) {
    EXPECT_GT(ask(Pack::open(path)), 1000u) << path;
    EXPECT_GT(ask(Pack::open(path, {.file_access = FileAccess::read})), 1000u) << path;
  }
}

TEST(Reading, BrokenPacksReturnOrThrowError) {
  const std::vector<fs::path> packs = packs_in(kPacks / "broken/packs");
  ASSERT_FALSE(packs.empty());
  std::size_t errors = 0;
  for (const fs::path& path : packs) {
    try {
      ask(Pack::open(path));
    } catch (const Error&) {
      ++errors;
    }
  }
  EXPECT_GT(errors, packs.size() / 2);
}

TEST(Reading, AFolderIsNotAFile) {
  const OpenResult opened = Pack::try_open(kPacks);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code(), ErrorCode::not_a_file);
}

TEST(Reading, AMissingFileIsAnIoError) {
  const OpenResult opened = Pack::try_open(kPacks / "none.lkp");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code(), ErrorCode::io);
}

}  // namespace
}  // namespace landkaart
