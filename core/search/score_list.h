// SPDX-License-Identifier: EUPL-1.2
// ScoreList, the documents that answer one alternative of a query word, each with its score, and
// bounds for the scores in a range of documents. Moves forward, until it is rewound.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/search/posting_cursor.h"
#include "core/search/scoring.h"

namespace landkaart::inline v0 {

// A document of a range that lists found.
struct Candidate {
  std::uint64_t groups = 0;  // that have it, a bit each
  double gain = 0;           // what these have beyond what they were expected to have
  double share = 0;          // what having them is worth
};

// Where the lists of one group put what they find in a range of documents.
struct ScoreWindow {
  std::uint64_t group;       // its bit
  double* scores;            // the best of the group, for each document that it has
  Candidate* candidates;     // for each document of the range
  std::uint64_t* documents;  // a bit for each that is a candidate
  double expected = 0;       // of this group, in any document
  double share = 0;          // what having it is worth, where it was not expected

  void put(std::uint32_t slot, double score) const {
    Candidate& candidate = candidates[slot];
    double& best = scores[slot];
    if ((candidate.groups & group) == 0) {
      documents[slot / 64] |= std::uint64_t{1} << (slot % 64);
      candidate.groups |= group;
      candidate.gain += std::max(score, expected) - expected;
      candidate.share += share;
      best = score;
    } else if (score > best) {
      candidate.gain += std::max(score, expected) - std::max(best, expected);
      best = score;
    }
  }
};

class ScoreList {
 public:
  virtual ~ScoreList() = default;

  // Bounds for ranges of `width` documents: no score in a range exceeds its bound, which is 0 when
  // nothing is there.
  virtual void bound(std::uint32_t width, std::span<double> bounds) = 0;
  // Goes back to the first document.
  virtual void rewind() = 0;
  // Puts each document in [begin, end) with a score above `floor` in the window, which begins
  // there.
  virtual void collect(std::uint32_t begin, std::uint32_t end, double floor,
                       const ScoreWindow& window) = 0;
  // Documents that it has.
  virtual std::uint32_t size() const = 0;
  // The first document that is not before `document`, or kNoDocument.
  virtual std::uint32_t seek(std::uint32_t document) = 0;
  // Of the document that seek found.
  virtual double score() = 0;
  // Postings that were decoded for it so far.
  virtual std::uint64_t postings_read() const = 0;
  // In which fields, a bit each; 0 when that is not known.
  virtual std::uint8_t fields() { return 0; }

  virtual double score_of(std::uint32_t document) {
    return seek(document) == document ? score() : 0;
  }
};

using ScoreListPointer = std::unique_ptr<ScoreList>;

// How much the postings of a lemma count.
struct LemmaWeights {
  double typed = 1;              // where one of `typed_forms` occurs
  double other = 1;              // where only other forms do; not above `typed`
  std::uint8_t typed_forms = 0;  // a mask
};

// The list of a lemma. Weights hold the rarity of the word already.
class LemmaScoreList final : public ScoreList {
 public:
  LemmaScoreList(const SearchIndex& index, const Scoring& scoring, const ListPlace& place,
                 const ListTraits& traits, const LemmaWeights& weights);

  void bound(std::uint32_t width, std::span<double> bounds) override;
  void rewind() override { cursor_.rewind(); }
  void collect(std::uint32_t begin, std::uint32_t end, double floor,
               const ScoreWindow& window) override;
  std::uint32_t size() const override { return cursor_.size(); }
  std::uint64_t postings_read() const override { return cursor_.postings_read(); }
  std::uint32_t seek(std::uint32_t document) override { return cursor_.seek(document); }
  double score() override;
  double score_of(std::uint32_t document) override;
  std::uint8_t fields() override;

  PostingCursor& cursor() { return cursor_; }

 private:
  // The postings of the cursor's block from where it stands, before `end`.
  void collect_block(std::uint32_t begin, std::uint32_t end, double floor,
                     const ScoreWindow& window);
  double weight_for(std::uint32_t forms) const {
    return (forms & weights_.typed_forms) != 0 ? weights_.typed : weights_.other;
  }

  const Scoring& scoring_;
  LemmaWeights weights_;
  PostingCursor cursor_;
};

// Documents found beforehand: of several words together, or of a phrase.
class FoundScoreList : public ScoreList {
 public:
  struct Found {
    std::uint32_t document;
    double score;
  };
  // In order of document; `postings_read` says what it took to find them.
  explicit FoundScoreList(std::vector<Found> found, std::uint64_t postings_read = 0);

  void bound(std::uint32_t width, std::span<double> bounds) override;
  void rewind() override { at_ = 0; }
  void collect(std::uint32_t begin, std::uint32_t end, double floor,
               const ScoreWindow& window) override;
  std::uint32_t size() const override { return static_cast<std::uint32_t>(found_.size()); }
  std::uint64_t postings_read() const override { return postings_read_; }
  std::uint32_t seek(std::uint32_t document) override;
  double score() override { return found_[at_].score; }

 private:
  std::vector<Found> found_;
  std::uint64_t postings_read_;
  std::size_t at_ = 0;
};

}  // namespace landkaart::inline v0
