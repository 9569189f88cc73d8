// SPDX-License-Identifier: EUPL-1.2
// ScoreList, the documents that answer one alternative of a query word, each with a score, and
// upper bounds of the scores in ranges of documents.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "core/search/candidate_window.h"
#include "core/search/posting_cursor.h"
#include "core/search/scoring.h"

namespace landkaart::inline v0 {

// A list only moves forward: accumulate, mark, contains and score_of must be called with ascending
// documents, until rewind() goes back to the first document. Every call can throw Error: malformed,
// damaged.
class ScoreList {
 public:
  virtual ~ScoreList() = default;

  // Writes an upper bound of the scores in documents [i * width, (i + 1) * width) to bounds[i]; 0
  // when no block of the list reaches into that range.
  virtual void compute_bounds(std::uint32_t width, std::span<double> bounds) = 0;
  virtual void rewind() = 0;
  // Adds each document in [begin, end) with a score above `threshold` to the accumulator, whose
  // slot 0 is `begin`. `threshold` is at least 0.
  virtual void accumulate(std::uint32_t begin, std::uint32_t end, double threshold,
                          const GroupAccumulator& accumulator) = 0;
  // Sets the bit of each document in [begin, end); slot 0 is `begin`. Cheaper than accumulate.
  virtual void mark(std::uint32_t begin, std::uint32_t end, WindowBits& marked) = 0;
  // Number of documents in the list.
  virtual std::uint32_t size() const = 0;
  virtual bool contains(std::uint32_t document) = 0;
  // 0 when the list does not contain the document.
  virtual double score_of(std::uint32_t document) = 0;
  // The fields in which the last document that score_of found has the word, one bit each; 0 when
  // the list does not know them.
  virtual std::uint8_t fields() { return 0; }
};

using ScoreListPointer = std::unique_ptr<ScoreList>;

// Factors for the postings of a lemma. They include the rarity of the word.
struct LemmaWeights {
  double typed = 1;              // for a posting with at least one of `typed_forms`
  double other = 1;              // for a posting with other forms only; at most `typed`
  std::uint8_t typed_forms = 0;  // bit i: form number i + 1, as in Posting::forms
};

// The posting list of one lemma.
class LemmaScoreList final : public ScoreList {
 public:
  LemmaScoreList(const SearchIndex& index, const Scoring& scoring, const ListPlace& place,
                 const ListTraits& traits, const LemmaWeights& weights);

  void compute_bounds(std::uint32_t width, std::span<double> bounds) override;
  void rewind() override { cursor_.rewind(); }
  void accumulate(std::uint32_t begin, std::uint32_t end, double threshold,
                  const GroupAccumulator& accumulator) override;
  void mark(std::uint32_t begin, std::uint32_t end, WindowBits& marked) override;
  std::uint32_t size() const override { return cursor_.size(); }
  bool contains(std::uint32_t document) override { return cursor_.seek(document) == document; }
  double score_of(std::uint32_t document) override;
  std::uint8_t fields() override;

  // Number of postings whose document number was decoded so far.
  std::uint64_t postings_read() const { return cursor_.postings_read(); }

 private:
  // Adds the postings of the cursor's block from its current posting on, up to document `end`.
  void accumulate_block(std::uint32_t begin, std::uint32_t end, double threshold,
                        const GroupAccumulator& accumulator);
  double weight_for(std::uint32_t forms) const {
    return (forms & weights_.typed_forms) != 0 ? weights_.typed : weights_.other;
  }

  const Scoring& scoring_;
  LemmaWeights weights_;
  PostingCursor cursor_;
};

// Documents that were found before the search: by several words together, by a phrase or a title.
class FoundScoreList final : public ScoreList {
 public:
  struct Found {
    std::uint32_t document;
    double score;  // above 0
  };
  using Documents = std::shared_ptr<const std::vector<Found>>;

  // `found` is in ascending order of document. The score of a document is its score in `found`
  // times `factor`. `postings_read` is the number of postings that were decoded to find it.
  explicit FoundScoreList(Documents found, double factor = 1, std::uint64_t postings_read = 0);
  explicit FoundScoreList(std::vector<Found> found)
      : FoundScoreList(std::make_shared<const std::vector<Found>>(std::move(found))) {}

  void compute_bounds(std::uint32_t width, std::span<double> bounds) override;
  void rewind() override { next_ = 0; }
  void accumulate(std::uint32_t begin, std::uint32_t end, double threshold,
                  const GroupAccumulator& accumulator) override;
  void mark(std::uint32_t begin, std::uint32_t end, WindowBits& marked) override;
  std::uint32_t size() const override { return static_cast<std::uint32_t>(found().size()); }
  bool contains(std::uint32_t document) override;
  double score_of(std::uint32_t document) override;

  std::uint64_t postings_read() const { return postings_read_; }

 private:
  const std::vector<Found>& found() const { return *found_; }
  // Moves next_ to the first document that is not below `document`.
  void seek(std::uint32_t document);

  Documents found_;
  double factor_;
  std::uint64_t postings_read_;
  std::size_t next_ = 0;
};

}  // namespace landkaart::inline v0
