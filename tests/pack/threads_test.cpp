// SPDX-License-Identifier: EUPL-1.2
#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include <landkaart/cocreatie.h>

#include "tests/pack/sample_pack.h"

namespace landkaart {
namespace {

constexpr int kThreads = 8;
constexpr int kRounds = 40;

// The right answers of one thread, to compare those of many with.
struct Answers {
  std::vector<std::string> forms, hits, texts;

  explicit Answers(const Pack& pack)
      : forms(testing::ids(pack.work_forms({.group_size = 8, .max_minutes = 30}))) {
    for (const Hit& hit : pack.search("regels en de raad").hits) hits.push_back(hit.id());
    for (const Item& item : pack.items({.kind = Kind::obstacle})) texts.push_back(item.text());
  }

  bool operator==(const Answers&) const = default;
};

TEST(Threads, ShareAPackAndGetRightAnswers) {
  const Pack pack =
      Pack::from_memory(std::string(reinterpret_cast<const char*>(cocreatie().bytes().data()),
                                    cocreatie().bytes().size()),
                        {.cache_bytes = 64 * 1024});
  const Answers expected(cocreatie());
  std::atomic<int> wrong = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < kRounds; ++round) {
        const Pack mine = pack;
        if (!(Answers(mine) == expected) || mine.map().territories().size() != 4) ++wrong;
      }
    });
  }
  threads.clear();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace landkaart
