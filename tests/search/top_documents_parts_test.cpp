// SPDX-License-Identifier: EUPL-1.2
// The parts of which top_documents is made, each on its own: best documents, coverage, bounds of
// windows, essential lists and candidates.
#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "core/search/best_documents.h"
#include "core/search/candidate_window.h"
#include "core/search/coverage.h"
#include "core/search/essential_lists.h"
#include "core/search/window_bounds.h"

namespace landkaart {
namespace {

using Found = FoundScoreList::Found;

ScoreListPointer list_of(std::vector<Found> found) {
  return std::make_unique<FoundScoreList>(std::move(found));
}

TEST(BestDocuments, KeepsTheHighestScoresInOrder) {
  BestDocuments best(3);
  for (const double score : {0.5, 4.0, 1.0, 3.0, 2.0}) {
    best.offer({static_cast<std::uint32_t>(score * 10), score});
  }
  EXPECT_EQ(best.extract_sorted(), (std::vector<ScoredDocument>{{40, 4.0}, {30, 3.0}, {20, 2.0}}));
}

TEST(BestDocuments, PrefersTheLowerNumberOfEqualScoresInAnyOrderOfOffers) {
  std::vector<std::uint32_t> order = {5, 1, 4, 2, 3};
  std::mt19937 random(1);
  for (int i = 0; i < 20; ++i) {
    std::ranges::shuffle(order, random);
    BestDocuments best(2);
    for (const std::uint32_t document : order) best.offer({document, 1.0});
    EXPECT_EQ(best.extract_sorted(), (std::vector<ScoredDocument>{{1, 1.0}, {2, 1.0}}));
  }
}

TEST(BestDocuments, HasACutoffOnceItIsFull) {
  BestDocuments best(2);
  EXPECT_EQ(best.cutoff(), -1);
  best.offer({7, 3.0});
  EXPECT_EQ(best.cutoff(), -1) << "one of two documents is kept";
  best.offer({8, 2.0});
  EXPECT_LT(best.cutoff(), 2.0) << "document 6 with a score of 2.0 would still be kept";
  EXPECT_NEAR(best.cutoff(), 2.0, 1e-6);
  best.offer({9, 5.0});
  EXPECT_NEAR(best.cutoff(), 3.0, 1e-6);
}

TEST(Coverage, CountsMissingGroupsByTheirRarity) {
  const Coverage coverage({3.0, 1.0});
  EXPECT_DOUBLE_EQ(coverage.factor(0b11), 1.0);
  EXPECT_DOUBLE_EQ(coverage.factor(0b01), 1 - 0.35 * 0.25);
  EXPECT_DOUBLE_EQ(coverage.factor(0b10), 1 - 0.35 * 0.75);
  EXPECT_DOUBLE_EQ(coverage.factor(0), 0.65);
  EXPECT_DOUBLE_EQ(coverage.loss(0), 0.35 * 0.75);
}

TEST(Coverage, IsOneWhenNoGroupHasARarity) {
  const Coverage coverage({0.0, 0.0});
  EXPECT_EQ(coverage.factor(0b01), 1.0);
  EXPECT_EQ(coverage.factor(0), 1.0);
}

TEST(Coverage, BoundsTheFactorOfDocumentsThatLackAGroup) {
  const Coverage coverage({3.0, 1.0, 2.0});
  const std::vector<double> bounds = {0.5, 0.0, 7.0};  // no document has group 1
  for (std::uint64_t groups = 0; groups < 8; ++groups) {
    if ((groups & 0b010) != 0) continue;
    EXPECT_LE(coverage.factor(groups), coverage.bound(bounds) * kRoundingMargin) << groups;
  }
  EXPECT_NEAR(coverage.bound(bounds), coverage.factor(0b101), 1e-12);
}

struct TwoGroups {
  ScoreLists lists;
  Coverage coverage{{1.0, 1.0}};

  TwoGroups() {
    lists.groups.resize(2);
    lists.groups[0].lists.push_back(list_of({{10, 1.0}, {4096, 3.0}, {9000, 2.0}}));
    lists.groups[0].lists.push_back(list_of({{20, 4.0}}));
    lists.groups[1].lists.push_back(list_of({{4095, 0.5}, {5000, 1.5}}));
  }
};

TEST(WindowBounds, TakeTheHighestScoreOfEachListInEachWindow) {
  TwoGroups query;
  const WindowBounds bounds(query.lists, 9001, query.coverage);
  ASSERT_EQ(bounds.windows(), 3u);
  Window window;
  bounds.load(0, window);
  EXPECT_EQ(window.begin, 0u);
  EXPECT_EQ(window.end, 4096u);
  ASSERT_EQ(window.lists.size(), 3u);
  EXPECT_EQ(window.lists[0].bound, 1.0);
  EXPECT_EQ(window.lists[1].bound, 4.0);
  EXPECT_EQ(window.lists[2].bound, 0.5);
  EXPECT_EQ(window.lists[2].group, 1u);
  EXPECT_EQ(window.group_bounds, (std::vector<double>{4.0, 0.5}));
  EXPECT_EQ(window.score_bound(), 4.5);
}

TEST(WindowBounds, LeaveOutListsWithoutADocumentInTheWindow) {
  TwoGroups query;
  const WindowBounds bounds(query.lists, 9001, query.coverage);
  Window window;
  bounds.load(2, window);
  EXPECT_EQ(window.begin, 8192u);
  EXPECT_EQ(window.end, 9001u) << "the last window is shorter";
  ASSERT_EQ(window.lists.size(), 1u);
  EXPECT_EQ(window.group_bounds, (std::vector<double>{2.0, 0.0}));
  EXPECT_DOUBLE_EQ(window.score_bound(), 2.0 * (1 - 0.35 / 2)) << "no document has both groups";
}

TEST(WindowBounds, AreZeroWhereARequiredGroupHasNoDocument) {
  TwoGroups query;
  query.lists.groups[1].required = true;
  const WindowBounds bounds(query.lists, 9001, query.coverage);
  Window window;
  bounds.load(2, window);
  EXPECT_TRUE(window.lacks_required_group);
  EXPECT_EQ(window.score_bound(), 0);
  bounds.load(1, window);
  EXPECT_FALSE(window.lacks_required_group);
  EXPECT_EQ(window.score_bound(), 4.5);
}

// A window with one list for each pair of group and bound.
Window window_of(std::size_t groups, const std::vector<std::pair<std::size_t, double>>& lists) {
  Window window;
  window.group_bounds.resize(groups);
  for (const auto& [group, bound] : lists) {
    window.lists.push_back({nullptr, group, bound});
    window.group_bounds[group] = std::max(window.group_bounds[group], bound);
  }
  return window;
}

TEST(EssentialLists, AreAllListsWithoutACutoff) {
  Window window = window_of(2, {{0, 3.0}, {1, 1.0}});
  EssentialLists essential;
  divide_by_bound(window, Coverage({1.0, 1.0}), -1, essential);
  EXPECT_EQ(essential.first, 0u);
  EXPECT_EQ(essential.assumed_sum, 0);
  EXPECT_EQ(essential.assumed_bounds, (std::vector<double>{0, 0}));
}

TEST(EssentialLists, LeaveOutTheLowestBoundsThatStayBelowTheCutoff) {
  // Without rarities the coverage is 1, so bounds add up plainly: 1 + 2 = 3, then 6 and 10.
  Window window = window_of(4, {{3, 4.0}, {1, 2.0}, {0, 1.0}, {2, 3.0}});
  const Coverage coverage({0, 0, 0, 0});
  EssentialLists essential;
  divide_by_bound(window, coverage, 5.9, essential);
  EXPECT_EQ(essential.first, 2u);
  EXPECT_EQ(window.lists[2].group, 2u);
  EXPECT_EQ(essential.assumed_sum, 3.0);
  EXPECT_EQ(essential.assumed_bounds, (std::vector<double>{1.0, 2.0, 0, 0}));
  divide_by_bound(window, coverage, 6.0, essential);
  EXPECT_EQ(essential.first, 3u) << "a sum equal to the cutoff is not above it";
}

TEST(EssentialLists, CountAGroupWithItsHighestBoundOnly) {
  Window window = window_of(2, {{0, 1.0}, {0, 2.0}, {1, 5.0}});
  EssentialLists essential;
  divide_by_bound(window, Coverage({0, 0}), 2.0, essential);
  EXPECT_EQ(essential.first, 2u) << "the lists of group 0 reach 2.0 together, not 3.0";
  EXPECT_EQ(essential.assumed_sum, 2.0);
  EXPECT_EQ(window.lists[0].remaining_bound, 0);
  EXPECT_EQ(window.lists[1].remaining_bound, 1.0);
}

TEST(EssentialLists, UseTheCoverageOfDocumentsOutsideOfThem) {
  // A document with group 0 alone has the factor 0.825, so its score stays at 1.65.
  Window window = window_of(2, {{0, 2.0}, {1, 5.0}});
  EssentialLists essential;
  divide_by_bound(window, Coverage({1.0, 1.0}), 1.7, essential);
  EXPECT_EQ(essential.first, 1u);
  EXPECT_DOUBLE_EQ(essential.assumed_coverage, 0.825);
}

// The invariant of MaxScore, by trying every set of lists that are not essential.
TEST(EssentialLists, LeaveNoDocumentAboveTheCutoffOutside) {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    const std::size_t groups = 1 + random() % 4;
    std::vector<double> rarities;
    for (std::size_t g = 0; g < groups; ++g) rarities.push_back(static_cast<double>(random() % 5));
    std::vector<std::pair<std::size_t, double>> lists;
    for (std::size_t i = 0; i < 1 + random() % 7; ++i) {
      lists.push_back({random() % groups, 0.1 + static_cast<double>(random() % 50) / 10});
    }
    Window window = window_of(groups, lists);
    const Coverage coverage(rarities);
    const double cutoff = static_cast<double>(random() % 100) / 10;
    EssentialLists essential;
    divide_by_bound(window, coverage, cutoff, essential);
    for (std::uint32_t chosen = 0; chosen < 1u << essential.first; ++chosen) {
      std::vector<double> scores(groups);
      std::uint64_t found = 0;
      for (std::size_t i = 0; i < essential.first; ++i) {
        if ((chosen >> i & 1) == 0) continue;
        const BoundedList& list = window.lists[i];
        scores[list.group] = std::max(scores[list.group], list.bound);
        found |= std::uint64_t{1} << list.group;
      }
      double sum = 0;
      for (const double score : scores) sum += score;
      ASSERT_LE(sum * coverage.factor(found), cutoff * kRoundingMargin) << round;
    }
  }
}

TEST(EssentialLists, AreThoseOfTheRequiredGroup) {
  Window window = window_of(3, {{0, 3.0}, {1, 1.0}, {2, 2.0}, {1, 4.0}});
  EssentialLists essential;
  divide_by_group(window, Coverage({0, 0, 0}), 1, essential);
  EXPECT_EQ(essential.first, 2u);
  EXPECT_EQ(window.lists[0].group, 2u);
  EXPECT_EQ(window.lists[1].group, 0u);
  EXPECT_EQ(window.lists[2].group, 1u);
  EXPECT_EQ(window.lists[3].group, 1u);
  EXPECT_EQ(essential.assumed_sum, 5.0);
}

TEST(CandidateWindow, KeepsTheBestScoreOfEachGroup) {
  CandidateWindow window(2, kWindowDocuments);
  window.accumulator(0, 0, 0.25).add(7, 1.0);
  window.accumulator(0, 0, 0.25).add(7, 3.0);
  window.accumulator(0, 0, 0.25).add(7, 2.0);
  window.accumulator(1, 0, 0.5).add(7, 5.0);
  int visited = 0;
  window.drain([&](std::uint32_t slot, const Candidate& candidate) {
    ++visited;
    EXPECT_EQ(slot, 7u);
    EXPECT_EQ(candidate.groups, 0b11u);
    EXPECT_EQ(candidate.surplus, 8.0);
    EXPECT_EQ(candidate.coverage, 0.75);
    EXPECT_EQ(window.score(0, slot), 3.0);
    EXPECT_EQ(window.score(1, slot), 5.0);
  });
  EXPECT_EQ(visited, 1);
}

TEST(CandidateWindow, CountsOnlyTheSurplusAboveTheAssumedBound) {
  CandidateWindow window(1, kWindowDocuments);
  const GroupAccumulator group = window.accumulator(0, 2.0, 0);
  group.add(0, 1.5);
  group.add(1, 1.5);
  group.add(1, 2.5);
  group.add(2, 3.0);
  group.add(2, 4.0);
  std::vector<double> surplus;
  window.drain([&](std::uint32_t, const Candidate& each) { surplus.push_back(each.surplus); });
  EXPECT_EQ(surplus, (std::vector<double>{0, 0.5, 2.0}));
}

TEST(CandidateWindow, VisitsEverySlotInOrderAndIsEmptyAfterwards) {
  CandidateWindow window(1, kWindowDocuments);
  const std::vector<std::uint32_t> slots = {4095, 0, 63, 64, 2000};
  for (const std::uint32_t slot : slots) window.accumulator(0, 0, 0).add(slot, 1.0);
  std::vector<std::uint32_t> visited;
  window.drain([&](std::uint32_t slot, const Candidate&) { visited.push_back(slot); });
  EXPECT_EQ(visited, (std::vector<std::uint32_t>{0, 63, 64, 2000, 4095}));
  window.drain([](std::uint32_t, const Candidate&) { FAIL() << "the window must be empty"; });
  window.accumulator(0, 0, 0).add(63, 2.0);
  window.drain([](std::uint32_t, const Candidate& candidate) {
    EXPECT_EQ(candidate.surplus, 2.0) << "the candidate of the window before must be gone";
  });
}

}  // namespace
}  // namespace landkaart
