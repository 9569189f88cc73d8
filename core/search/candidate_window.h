// SPDX-License-Identifier: EUPL-1.2
// CandidateWindow holds the documents that a search found in one window of 4096 documents, with
// their score for each group. A group is the set of lists for one word of the query; a slot is the
// number of a document within the window. GroupAccumulator is the view of the window through which
// the lists of one group add their documents.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/search/window_bits.h"

namespace landkaart::inline v0 {

// A document found in the essential lists, with bounds of its score before the other lists are
// asked (see essential_lists.h). The assumed bound is the upper bound that the other lists can
// reach together.
struct Candidate {
  std::uint64_t groups = 0;  // groups that have a score for the document, one bit each
  // Sum over those groups: the score minus the assumed bound of the group, or 0 if that is below 0.
  double surplus = 0;
  // Sum over those groups: the loss of coverage without the group (see coverage.h), except for
  // groups that every document is assumed to have.
  double coverage = 0;
};

struct GroupAccumulator {
  std::uint64_t group;       // the bit of the group
  double* scores;            // by slot: the best score of the group's lists
  Candidate* candidates;     // by slot
  WindowBits* slots;         // slots that hold a candidate
  double assumed_bound = 0;  // score that every document is assumed to have in the group
  double coverage = 0;       // added to Candidate::coverage with the first score of the group

  // Adds a document of one list, or a better score for a document that is a candidate already.
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
  // `documents` is the number of documents in the largest window, at most kWindowDocuments.
  CandidateWindow(std::size_t groups, std::uint32_t documents)
      : scores_(std::make_unique_for_overwrite<double[]>(groups * kWindowDocuments)),
        candidates_(documents) {}

  // `coverage` is Coverage::loss of the group, or 0 if every document is assumed to have the group.
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
