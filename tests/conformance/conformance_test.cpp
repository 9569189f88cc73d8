// SPDX-License-Identifier: EUPL-1.2
// Runs every case of cases/*.json on fixture.lkp, and every case of smoke.json on the default pack.
// Each case is a test with the name of the case. README.md describes the form of a case.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#ifndef LANDKAART_TESTS_READ_ONLY  // tests/platforms has neither the default pack nor the compiler
#include <landkaart/cocreatie.h>
#include <landkaart/compiler.h>
#endif
#include <landkaart/landkaart.h>

#include "tests/conformance/calls.h"

namespace landkaart::testing {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const fs::path kFolder = LANDKAART_CONFORMANCE;

// The highlighted words of a snippet. They must have no accents.
Json marked_words(const Json& snippet) {
  std::string letters;  // the first byte of each code point
  for (const char byte : snippet["text"].get<std::string>()) {
    if ((static_cast<unsigned char>(byte) & 0xc0) != 0x80) letters += byte;
  }
  Json words = Json::array();
  for (const Json& highlight : snippet["highlights"]) {
    const std::size_t begin = highlight[0];
    words.push_back(letters.substr(begin, highlight[1].get<std::size_t>() - begin));
  }
  return words;
}

// The part of an answer that an expected key refers to.
Json part_of_answer(const std::string& key, const Json& value, const Json& answer) {
  const Json& hits = answer.is_array() ? answer : answer.value("hits", Json::array());
  if (key == "first") return hits.empty() ? Json() : hits[0];
  if (key == "at-least") return std::min(hits.size(), value.get<std::size_t>());
  if (key == "contains") {
    Json found = Json::array();
    for (const Json& id : value) {
      if (std::find(hits.begin(), hits.end(), id) != hits.end()) found.push_back(id);
    }
    return found;
  }
  if (key == "marked") {
    Json marked = Json::array();
    for (const Json& snippet : answer["snippets"]) marked.push_back(marked_words(snippet));
    return marked;
  }
  return answer.value(key, Json());
}

void check(const Json& expected, const Json& answer) {
  if (!expected.is_object() || answer.is_null()) {
    EXPECT_EQ(answer, expected);
    return;
  }
  for (const auto& [key, value] : expected.items()) {
    EXPECT_EQ(part_of_answer(key, value, answer), value) << key;
  }
}

using OpenPack = Pack (*)();

Pack frozen_pack() { return Pack::open(kFolder / "fixture.lkp"); }

class Case : public ::testing::Test {
 public:
  Case(OpenPack open, Json json) : open_(open), case_(std::move(json)) {}
  void TestBody() override {
    check(case_["expect"], answer(open_(), case_["call"], case_["arguments"]));
  }

 private:
  OpenPack open_;
  Json case_;
};

std::size_t add_cases(const fs::path& file, const char* suite, OpenPack open) {
  std::ifstream in(file);
  const Json cases = Json::parse(in);
  for (const Json& one : cases) {
    ::testing::RegisterTest(suite, one["name"].get<std::string>().c_str(), nullptr, nullptr,
                            file.string().c_str(), 1, [open, one]() -> ::testing::Test* {
                              return new Case(open, one);  // GoogleTest deletes it
                            });
  }
  return cases.size();
}

// Returns the number of cases.
std::size_t add_all_cases() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kFolder / "cases")) files.push_back(entry.path());
  std::ranges::sort(files);
  std::size_t cases = 0;
#ifndef LANDKAART_TESTS_READ_ONLY
  cases += add_cases(kFolder / "smoke.json", "Smoke", cocreatie);
#endif
  for (const fs::path& file : files) cases += add_cases(file, "Case", frozen_pack);
  return cases;
}

const std::size_t kCases = add_all_cases();

TEST(Cases, AreRead) { EXPECT_GT(kCases, 50u); }

#ifndef LANDKAART_TESTS_READ_ONLY
TEST(Fixture, HasTheRootThatItsFolderCompilesTo) {
  const Pack made = Pack::from_memory(build_to_memory(kFolder / "fixture"));
  EXPECT_EQ(frozen_pack().manifest().root, made.manifest().root)
      << "README.md describes how to compile fixture.lkp";
}
#endif

}  // namespace
}  // namespace landkaart::testing
