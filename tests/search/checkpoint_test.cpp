// SPDX-License-Identifier: EUPL-1.2
// A checkpoint is a function of the caller that a search calls at regular points; it can end the
// search by throwing an exception.
#include <stdexcept>

#include <gtest/gtest.h>

#include "core/search/query_planner.h"
#include "core/search/together.h"
#include "core/search/top_documents.h"
#include "core/search/visit_matches.h"
#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

using testing::BuiltIndex;
using testing::Documents;
using testing::random_documents;

TEST(Checkpoint, StopsWhenACheckpointThrows) {
  const BuiltIndex built(random_documents(14, 9000, 1), {}, 10'000);
  const Scoring scoring(*built.index);
  const QueryPlan plan = plan_query(parse_query("w1 w2"), *built.index, scoring, {});
  for (const int allowed : {0, 1, 3}) {
    int calls = 0;
    const auto checkpoint = [&] {
      if (calls++ == allowed) throw std::runtime_error("deadline");
    };
    ScoreLists lists = make_score_lists(plan, *built.index, scoring);
    lists.checkpoint = checkpoint;
    EXPECT_THROW(top_documents(lists, 9000, 10, {}), std::runtime_error) << allowed;
    if (allowed > 2) continue;  // 9000 documents are 3 windows
    calls = 0;
    ScoreLists all = make_score_lists(plan, *built.index, scoring);
    all.checkpoint = checkpoint;
    EXPECT_THROW(visit_matches(std::move(all), 9000, {}, [](std::uint32_t) {}), std::runtime_error);
  }
}

TEST(Checkpoint, StopsLookingForAPhraseWhenACheckpointThrows) {
  const BuiltIndex built(random_documents(15, 2000, 1));
  const Scoring scoring(*built.index);
  const std::vector<TogetherWord> words = {{*built.index->find("w1"), 0, false},
                                           {*built.index->find("w2"), 1, false}};
  EXPECT_THROW(find_together(*built.index, scoring, words, Order::phrase, {},
                             {.checkpoint = [] { throw std::runtime_error("deadline"); }}),
               std::runtime_error);
}

TEST(Checkpoint, IsCalledBeforeEvery1024thStepOfAPhrase) {
  for (const std::size_t size : {1024u, 1025u, 2048u, 2049u}) {
    const BuiltIndex built(Documents(size, {"raad regels"}));
    const Scoring scoring(*built.index);
    std::size_t calls = 0;
    const std::vector<TogetherWord> words = {{*built.index->find("raad"), 0, false},
                                             {*built.index->find("regels"), 1, false}};
    const FoundTogether found = find_together(*built.index, scoring, words, Order::phrase, {},
                                              {.checkpoint = [&] { ++calls; }});
    EXPECT_EQ(found.documents.size(), size);
    EXPECT_EQ(calls, (size + 1023) / 1024) << size;
  }
}

}  // namespace
}  // namespace landkaart
