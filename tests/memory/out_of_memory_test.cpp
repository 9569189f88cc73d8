// SPDX-License-Identifier: EUPL-1.2
// Every call of the library, with memory that runs out at every point: first the first allocation
// of the call fails, then the second, and so on until the call succeeds. Each time only
// std::bad_alloc may leave the library, the same pack must then answer rightly, and every block
// must have been freed when the pack is closed.
#include <csignal>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <new>
#include <sstream>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <landkaart/compiler.h>
#include <landkaart/landkaart.h>
#include <landkaart/verify.h>

#include "tests/support/allocations.h"
#include "tests/support/temporary_folder.h"

namespace landkaart {
namespace {

using testing::Failure;

const std::filesystem::path kConformance = LANDKAART_CONFORMANCE;

std::string file_content(const std::filesystem::path& path) {
  std::ostringstream content;
  content << std::ifstream(path, std::ios::binary).rdbuf();
  return content.str();
}

const std::string& fixture() {
  static const std::string content = file_content(kConformance / "fixture.lkp");
  return content;
}

Pack open_fixture() { return Pack::from_static(std::as_bytes(std::span(fixture()))); }

// A question to a pack, with its answer as text.
struct Question {
  const char* name;
  std::function<std::string(const Pack&)> answer;
  // 1: every allocation fails once. n: the steps between the allocations that fail grow by one
  // after each n allocations, for a call with so many allocations that trying all takes minutes.
  std::uint64_t every = 1;
};

std::string answer_of_search(const Pack& pack, std::string_view query,
                             const SearchOptions& options) {
  const SearchResult result = pack.search(query, options);
  std::string answer;
  for (const Hit& hit : result.hits) {
    answer += hit.item().id() + ' ' + hit.snippet().text + '\n';
  }
  answer += std::to_string(result.total()) + ' ' + std::to_string(result.facets().themes.size());
  return answer + ' ' + result.suggestion().value_or("");
}

const std::vector<Question>& questions() {
  static const std::vector<Question> all = {
      {"manifest", [](const Pack& pack) { return pack.manifest().title; }},
      {"item_json", [](const Pack& pack) { return pack.item("regentonnen")->json(); }},
      {"item_html", [](const Pack& pack) { return pack.item("regentonnen")->html(); }},
      {"item_markdown", [](const Pack& pack) { return pack.item("regentonnen")->markdown(); }},
      {"item_text", [](const Pack& pack) { return pack.item("regentonnen")->text(); }},
      {"headings",
       [](const Pack& pack) {
         std::string anchors;
         for (const Heading& heading : pack.item("regentonnen")->headings()) {
           anchors += heading.anchor + ' ';
         }
         return anchors;
       }},
      {"steps",
       [](const Pack& pack) { return std::to_string(pack.item("wv-rondje")->steps().size()); }},
      {"links",
       [](const Pack& pack) {
         std::string ids;
         for (const auto& link : pack.item("regentonnen")->links()) ids += link.item.id() + ' ';
         for (const auto& link : pack.item("regentonnen")->backlinks()) ids += link.item.id() + ' ';
         return ids;
       }},
      {"related",
       [](const Pack& pack) {
         std::string ids;
         for (const auto& related : pack.item("regentonnen")->related()) {
           ids += related.item.id() + ' ';
         }
         return ids;
       }},
      {"list",
       [](const Pack& pack) {
         std::string titles;
         for (const Item& item : pack.items({.themes = {"water"}, .tags = {"tuin"}})) {
           titles.append(item.title()) += '\n';
         }
         return titles + std::to_string(pack.items().size());
       }},
      {"route",
       [](const Pack& pack) {
         const auto route = pack.route("ob-geen-tijd");
         return route->another_way + std::to_string(route->work_forms.size());
       }},
      {"redirects", [](const Pack& pack) { return std::to_string(pack.redirects().size()); }},
      {"assets", [](const Pack& pack) { return pack.assets().front().media_type; }},
      {"search",
       [](const Pack& pack) { return answer_of_search(pack, "regenton in de tuin", {}); }},
      {"search_with_filters",
       [](const Pack& pack) {
         return answer_of_search(pack, "water -film", {.limit = 2, .themes = {"water"}});
       }},
      {"search_phrase",
       [](const Pack& pack) { return answer_of_search(pack, "\"de buurt\" tui*", {}); }},
      {"search_misspelt",
       [](const Pack& pack) { return answer_of_search(pack, "regentonen", {}); }},
      {"explain",
       [](const Pack& pack) {
         std::string words;
         const SearchResult result = pack.search("regenton buurt", {});
         for (const Hit& hit : result.hits) words += std::to_string(hit.explain().size());
         return words;
       }},
      {"suggest",
       [](const Pack& pack) {
         std::string texts;
         for (const Suggestion& suggestion : pack.suggest("reg")) texts += suggestion.text + '\n';
         return texts;
       }},
      {"map_svg", [](const Pack& pack) { return pack.map().svg(); }, 64},
      {"map_html", [](const Pack& pack) { return pack.map().html({.highlight = "jr-wandeling"}); },
       256},
      {"verify", [](const Pack& pack) { return std::to_string(verify(pack).words); }, 64},
  };
  return all;
}

// Lets allocation 1, 2, 3 and so on fail during `call`, until `call` succeeds. Calls `check` after
// each failure. Returns the number of allocations of `call`.
std::uint64_t fail_everywhere(Failure failure, std::uint64_t every, const auto& call,
                              const auto& check) {
  std::uint64_t number = 1;
  for (;; number += every == 1 ? 1 : 1 + number / every) {
    fail_allocation(number, failure);
    bool out_of_memory = false;
    try {
      call();
    } catch (const std::bad_alloc&) {
      out_of_memory = true;
    } catch (const std::exception& error) {
      testing::stop_failing();
      ADD_FAILURE() << "allocation " << number << ": " << error.what();
    }
    if (!testing::stop_failing()) break;
    if (!out_of_memory && failure == Failure::from_one) {
      ADD_FAILURE() << "allocation " << number << ": the call succeeded without memory";
    }
    check();
  }
  return number;
}

class OutOfMemory : public ::testing::TestWithParam<Question> {};

void ask_without_memory(const Question& question, Failure failure) {
  const std::string expected = question.answer(open_fixture());
  std::optional<Pack> pack = open_fixture();
  const std::size_t before = [] {
    const Pack unused = open_fixture();
    return testing::live_blocks();
  }();
  std::string answer;
  const std::uint64_t allocations = fail_everywhere(
      failure, question.every, [&] { answer = question.answer(*pack); },
      [&] {
        std::string().swap(answer);
        ASSERT_EQ(question.answer(*pack), expected) << "after a failure";
        pack.reset();
        pack = open_fixture();
        const Pack second = open_fixture();
        ASSERT_EQ(testing::live_blocks(), before) << "blocks are not freed";
      });
  EXPECT_EQ(answer, expected);
  std::cout << question.name << ": " << allocations << " allocations\n";
}

TEST_P(OutOfMemory, LeavesThePackWhole) { ask_without_memory(GetParam(), Failure::one); }

TEST_P(OutOfMemory, LeavesThePackWholeWhenAllLaterAllocationsFail) {
  ask_without_memory(GetParam(), Failure::from_one);
}

INSTANTIATE_TEST_SUITE_P(Calls, OutOfMemory, ::testing::ValuesIn(questions()),
                         [](const auto& tested) { return std::string(tested.param.name); });

TEST(OutOfMemory, OpeningEndsWithBadAllocAndFreesEverything) {
  const std::filesystem::path path = kConformance / "fixture.lkp";
  for (const FileAccess access : {FileAccess::map, FileAccess::read}) {
    const std::size_t before = testing::live_blocks();
    fail_everywhere(
        Failure::one, 1, [&] { static_cast<void>(Pack::open(path, {.file_access = access})); },
        [&] { ASSERT_EQ(testing::live_blocks(), before); });
    EXPECT_EQ(testing::live_blocks(), before);
  }
}

TEST(OutOfMemory, TryOpenReturnsAnErrorAtEveryPoint) {
  const std::filesystem::path path = kConformance / "fixture.lkp";
  for (const Failure failure : {Failure::one, Failure::from_one}) {
    std::uint64_t number = 1;
    for (bool failed = true; failed; ++number) {
      fail_allocation(number, failure);
      const OpenResult result = Pack::try_open(path);
      failed = testing::stop_failing();
      ASSERT_EQ(result.has_value(), !failed) << number;
      if (failed) {
        ASSERT_EQ(result.error().code(), ErrorCode::out_of_memory) << number;
      }
    }
    EXPECT_GT(number, 10u);
  }
}

TEST(OutOfMemory, ADamagedPackIsAnErrorOrBadAlloc) {
  std::string damaged = fixture();
  damaged.resize(damaged.size() / 2);
  for (std::uint64_t number = 1;; ++number) {
    testing::fail_allocation(number, Failure::one);
    ErrorCode code{};
    try {
      static_cast<void>(Pack::from_static(std::as_bytes(std::span(damaged))));
    } catch (const std::bad_alloc&) {
      code = ErrorCode::out_of_memory;
    } catch (const Error& error) {
      code = error.code();
    }
    const bool failed = testing::stop_failing();
    ASSERT_EQ(code, failed ? ErrorCode::out_of_memory : ErrorCode::truncated);
    if (!failed) break;
  }
}

// Builds the fixture in a process of its own, in which allocation `number` fails. Returns the exit
// status: 0 when the pack was built, 1 for std::bad_alloc, 2 for another exception, 3 when the pack
// was built although an allocation failed. The process can also end by SIGABRT, because two
// functions that may not throw allocate memory: the destructor of nlohmann::json, and the steps of
// std::filesystem::recursive_directory_iterator in libstdc++ 12.
int build_without_memory(const std::filesystem::path& output, std::uint64_t number) {
  const pid_t child = fork();
  if (child == 0) {
    std::fclose(stderr);
    int status = 0;
    fail_allocation(number, Failure::one);
    try {
      build(kConformance / "fixture", output, {.jobs = 1});
    } catch (const std::bad_alloc&) {
      status = 1;
    } catch (...) {
      status = 2;
    }
    const bool failed = testing::stop_failing();
    _exit(failed && status == 0 ? 3 : status);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

TEST(OutOfMemory, ABuildLeavesTheOldPackOrTheWholeNewOne) {
  testing::TemporaryFolder folder;
  const auto output = folder.path() / "proef.lkp";
  const std::string old_pack = "de vorige";
  const std::string new_pack = build_to_memory(kConformance / "fixture", {.jobs = 1});
  int builds = 0, aborts = 0;
  std::uint64_t number = 1;
  for (;; number += 1 + number / 64, ++builds) {
    folder.write("proef.lkp", old_pack);
    const int status = build_without_memory(output, number);
    const std::string content = file_content(output);
    ASSERT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1) << number;
    if (status == 0 || status == 3) {
      ASSERT_TRUE(content == new_pack) << number;
    } else {
      ASSERT_TRUE(status == 1 || status == -SIGABRT) << status << " at " << number;
      ASSERT_TRUE(content == old_pack || content == new_pack) << number;
    }
    if (status == 0) break;
    aborts += status == -SIGABRT ? 1 : 0;
  }
  std::cout << number << " allocations, " << builds << " builds, " << aborts << " aborts\n";
}

}  // namespace
}  // namespace landkaart
