// SPDX-License-Identifier: EUPL-1.2
// Several threads use one pack at the same time, and each gets the answers that a single thread gets.
// The thread sanitizer runs these tests too.
#ifndef _WIN32
#include <pthread.h>
#endif

#include <atomic>
#include <functional>
#include <thread>

#include <gtest/gtest.h>

#include <landkaart/cocreatie.h>

#include "tests/pack/sample_pack.h"

namespace landkaart {
namespace {

constexpr int kThreads = 8;
constexpr int kRounds = 40;
constexpr int kSearchRounds = 4;

using Lines = std::vector<std::string>;

// The default pack with caches so small that each thread evicts entries that other threads use.
Pack pack_with_small_caches() {
  const auto bytes = cocreatie().bytes();
  return Pack::from_memory(std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()),
                           {.cache_bytes = 64 * 1024});
}

// Calls `ask` from kThreads threads, `rounds` times in each. Returns how many answers differ from
// `right`.
template <typename Answer>
int wrong_answers(int rounds, const Answer& right, const std::function<Answer()>& ask) {
  std::atomic<int> wrong = 0;
  std::vector<std::jthread> threads;
  threads.reserve(kThreads);
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < rounds; ++round) {
        if (ask() != right) ++wrong;
      }
    });
  }
  threads.clear();
  return wrong;
}

struct Answers {
  Lines forms, hits, texts;

  explicit Answers(const Pack& pack)
      : forms(testing::ids(pack.work_forms({.group_size = 8, .max_minutes = 30}))) {
    for (const Hit& hit : pack.search("regels en de raad").hits) hits.push_back(hit.id());
    for (const Item& item : pack.items({.kinds = {Kind::obstacle}})) texts.push_back(item.text());
  }

  bool operator==(const Answers&) const = default;
};

// The parts of a search result that are computed when they are asked for.
Lines lines_of(const SearchResult& result) {
  Lines lines;
  for (const Hit& hit : result.hits) {
    const Snippet snippet = hit.snippet();
    lines.push_back(hit.id() + ": " + snippet.text);
    for (const Highlight& mark : snippet.highlights) lines.push_back(std::to_string(mark.begin));
    for (const Explanation& word : hit.explain()) lines.push_back(word.found);
  }
  for (const FacetCount& kind : result.facets().kinds) lines.push_back(kind.value);
  lines.push_back(std::to_string(result.total()));
  lines.push_back(result.suggestion().value_or(""));
  return lines;
}

// Searches with each sort of query, suggestions and related items.
Lines lines_of(const Pack& pack) {
  Lines lines;
  const auto add = [&](const Lines& more) { lines.insert(lines.end(), more.begin(), more.end()); };
  for (const char* query : {"hoe nodig ik bewoners uit", "\"de raad\" regels", "samenwerkne",
                            "draagvlak zoeken bij collega's -wet"}) {
    add(lines_of(pack.search(query, {.limit = 5})));
    add(lines_of(pack.search(query, {.limit = 5, .match = Match::all, .as_you_type = true})));
    for (const Suggestion& suggestion : pack.suggest(query)) lines.push_back(suggestion.text);
  }
  for (const Suggestion& suggestion : pack.suggest("gemeen")) lines.push_back(suggestion.text);
  for (const Item& obstacle : pack.items({.kinds = {Kind::obstacle}})) {
    for (const Item::Related& related : obstacle.related()) {
      lines.push_back(related.item.id());
      add(related.words);
    }
  }
  return lines;
}

TEST(Threads, GetTheAnswersOfASingleThread) {
  const Pack pack = pack_with_small_caches();
  EXPECT_EQ(0, wrong_answers<Answers>(kRounds, Answers(cocreatie()), [&] {
              EXPECT_EQ(pack.map().territories().size(), 4u);
              return Answers(pack);
            }));
}

TEST(Threads, GetTheSearchResultsOfASingleThread) {
  const Pack pack = pack_with_small_caches();
  EXPECT_EQ(0, wrong_answers<Lines>(kSearchRounds, lines_of(cocreatie()),
                                    [&] { return lines_of(pack); }));
}

TEST(Threads, ShareASearchResultForSnippets) {
  constexpr const char* kQuery = "hoe nodig ik bewoners uit voor een gesprek";
  const Pack pack = pack_with_small_caches();
  const SearchResult shared = pack.search(kQuery);
  const Lines right = lines_of(cocreatie().search(kQuery));
  EXPECT_GT(right.size(), 20u);
  EXPECT_EQ(0, wrong_answers<Lines>(kRounds, right, [&] { return lines_of(shared); }));
}

#ifndef _WIN32
TEST(Threads, NeedNoMoreThan128KibOfStack) {
  constexpr std::size_t kMuslStack = 128 * 1024;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  ASSERT_EQ(0, pthread_attr_setstacksize(&attributes, kMuslStack));
  const auto ask = [](void* lines) -> void* {
    *static_cast<Lines*>(lines) = lines_of(cocreatie());
    return nullptr;
  };
  pthread_t thread;
  Lines lines;
  ASSERT_EQ(0, pthread_create(&thread, &attributes, ask, &lines));
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
  EXPECT_EQ(lines, lines_of(cocreatie()));
}
#endif

}  // namespace
}  // namespace landkaart
