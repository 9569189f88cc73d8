// SPDX-License-Identifier: EUPL-1.2
// CandidateWindow, the documents of one window that essential lists found, with the score of each
// group. GroupAccumulator is the view of the window to which the lists of one group add.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/search/window_bits.h"

namespace landkaart::inline v0 {

struct Candidate {
  std::uint64_t groups = 0;  // groups that have a score for the document, one bit each
  // Sum over those groups: the score minus the assumed bound of the group, or 0 if that is below 0.
  double surplus = 0;
  // Sum over those groups: the coverage of the group, unless it was assumed already.
  double coverage = 0;
};

struct GroupAccumulator {
  std::uint64_t group;       // the bit of the group
  double* scores;            // by slot: the best score of the group's lists
  Candidate* candidates;     // by slot
  WindowBits* slots;         // slots that hold a candidate
  double assumed_bound = 0;  // upper bound that is assumed for the group in every document
  double coverage = 0;       // coverage that a document gains with its first score of the group

  void add(std::uint32_t slot, double score) const {
    assert(slot < kWindowDocuments);
    Candidate& candidate = candidates[slot];
    double& best = scores[slot];
    if ((candidate.groups & group) == 0) {
      (*slots)[slot / 64] |= std::uint64_t{1} << (slot % 64);
      candidate.groups |= group;
      candidate.surplus += std::max(score, assumed_bound) - assumed_bound;
      candidate.coverage += coverage;
      best = score;
    } else if (score > best) {
      candidate.surplus += std::max(score, assumed_bound) - std::max(best, assumed_bound);
      best = score;
    }
  }
};

class CandidateWindow {
 public:
  // `documents` is the size of the largest window, at most kWindowDocuments.
  CandidateWindow(std::size_t groups, std::uint32_t documents)
      : scores_(std::make_unique_for_overwrite<double[]>(groups * kWindowDocuments)),
        candidates_(documents) {}

  GroupAccumulator accumulator(std::size_t group, double assumed_bound, double coverage) {
    return {std::uint64_t{1} << group,
            &score(group, 0),
            candidates_.data(),
            &slots_,
            assumed_bound,
            coverage};
  }

  // The score of a group; defined only when the candidate's bit of the group is set.
  double& score(std::size_t group, std::uint32_t slot) {
    return scores_[group * kWindowDocuments + slot];
  }

  // Calls visit(slot, candidate) for each candidate, in ascending order, and empties the window.
  template <typename Visit>
  void drain(const Visit& visit) {
    for_each_slot(slots_, [&](std::uint32_t slot) {
      visit(slot, candidates_[slot]);
      candidates_[slot] = {};
    });
    slots_.fill(0);
  }

 private:
  std::unique_ptr<double[]> scores_;   // by group, then by slot
  std::vector<Candidate> candidates_;  // by slot; all empty between two windows
  WindowBits slots_{};
};

}  // namespace landkaart::inline v0
