// SPDX-License-Identifier: EUPL-1.2
// ScoreList, the documents that answer one alternative of a query word, each with its score, and
// bounds for the scores in a range of documents. Moves forward only.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/search/posting_cursor.h"
#include "core/search/scoring.h"

namespace landkaart {

// Where the lists of one group put what they find in a range of documents.
struct ScoreWindow {
  double* scores;            // the best of the group, for each document of the range
  double* gains;             // what all groups found beyond what they were expected to have
  double expected;           // of this group, in any document
  std::uint64_t* documents;  // a bit for each document that was found

  void put(std::uint32_t slot, double score) const {
    double& best = scores[slot];
    if (score > best) {
      gains[slot] += std::max(score, expected) - std::max(best, expected);
      best = score;
    }
    documents[slot / 64] |= std::uint64_t{1} << (slot % 64);
  }
};

class ScoreList {
 public:
  virtual ~ScoreList() = default;

  // No score in [begin, end) exceeds it; 0 when nothing is there. Ranges come in order, and not
  // after a seek beyond them.
  virtual double bound(std::uint32_t begin, std::uint32_t end) = 0;
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

  double score_of(std::uint32_t document) { return seek(document) == document ? score() : 0; }
};

using ScoreListPointer = std::unique_ptr<ScoreList>;

// How much the postings of a lemma count.
struct LemmaWeights {
  double typed = 1;              // where one of `typed_forms` occurs
  double other = 1;              // where only other forms do; not above `typed`
  std::uint8_t typed_forms = 0;  // a mask
};

// The list of a lemma. Weights hold the rarity of the word already.
class LemmaScoreList : public ScoreList {
 public:
  LemmaScoreList(const SearchIndex& index, const Scoring& scoring, const ListPlace& place,
                 const ListTraits& traits, const LemmaWeights& weights);

  double bound(std::uint32_t begin, std::uint32_t end) override;
  void collect(std::uint32_t begin, std::uint32_t end, double floor,
               const ScoreWindow& window) override;
  std::uint32_t size() const override { return size_; }
  std::uint64_t postings_read() const override { return cursor_.postings_read(); }
  std::uint32_t seek(std::uint32_t document) override { return cursor_.seek(document); }
  double score() override;
  std::uint8_t fields() override;

  PostingCursor& cursor() { return cursor_; }

 private:
  void next_skip();
  // The postings of the cursor's block from where it stands, before `end`.
  void collect_block(std::uint32_t begin, std::uint32_t end, double floor,
                     const ScoreWindow& window);
  double weight_for(std::uint32_t forms) const {
    return (forms & weights_.typed_forms) != 0 ? weights_.typed : weights_.other;
  }

  const Scoring& scoring_;
  ListTraits traits_;
  LemmaWeights weights_;
  PostingCursor cursor_;
  std::uint32_t size_;
  double short_bound_ = 0;  // of a list without skip entries
  // Skip entries are read ahead of the cursor, which stays where postings are wanted.
  Cursor skips_;
  SkipEntry skip_;
  std::uint32_t blocks_left_ = 0;  // after that of skip_
  double block_bound_ = 0;
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

  double bound(std::uint32_t begin, std::uint32_t end) override;
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
  double bound_ = 0;
};

}  // namespace landkaart
