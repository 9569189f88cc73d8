// SPDX-License-Identifier: EUPL-1.2
#include "core/search/score_list.h"

#include <algorithm>
#include <array>
#include <span>

namespace landkaart::inline v0 {

LemmaScoreList::LemmaScoreList(const SearchIndex& index, const Scoring& scoring,
                               const ListPlace& place, const ListTraits& traits,
                               const LemmaWeights& weights)
    : scoring_(scoring), weights_(weights), cursor_(index, place, traits) {}

void LemmaScoreList::bound(std::uint32_t width, std::span<double> bounds) {
  std::ranges::fill(bounds, 0.0);
  if (!cursor_.has_bounds()) {
    const PostingBlock& block = cursor_.block();
    for (std::uint32_t i = 0; i < block.count; ++i) {
      double& most = bounds[block.documents[i] / width];
      most = std::max(most, scoring_.weight_of(block, i) * weight_for(block.forms[i]));
    }
    return;
  }
  Cursor entries = cursor_.skip_entries();
  std::uint32_t first = 0;
  SkipEntry skip;
  for (std::uint32_t left = cursor_.blocks(); left > 0; --left) {
    skip = cursor_.read_bounds(entries, skip);
    if (skip.last_document < first || skip.last_document >= scoring_.documents()) {
      entries.fail("name a document that is not there");
    }
    const double most = scoring_.bound_of(skip) * weight_for(skip.forms);
    for (std::size_t range = first / width; range <= skip.last_document / width; ++range) {
      bounds[range] = std::max(bounds[range], most);
    }
    first = skip.last_document + 1;
  }
}

void LemmaScoreList::collect(std::uint32_t begin, std::uint32_t end, double floor,
                             const ScoreWindow& window) {
  for (std::uint32_t from = begin; from < end && cursor_.seek_block(from);) {
    const SkipEntry& bounds = cursor_.bounds();
    if (cursor_.has_bounds() && scoring_.bound_of(bounds) * weight_for(bounds.forms) <= floor) {
      from = bounds.last_document + 1;
      continue;
    }
    if (cursor_.seek(from) >= end) return;
    collect_block(begin, end, floor, window);
    const PostingBlock& block = cursor_.block();
    from = block.documents[block.count - 1] + 1;
  }
}

// In passes over the block, which compilers make quick.
void LemmaScoreList::collect_block(std::uint32_t begin, std::uint32_t end, double floor,
                                   const ScoreWindow& window) {
  const PostingBlock& block = cursor_.block();
  const auto documents = std::span(block.documents).first(block.count);
  const std::uint32_t first = cursor_.index();
  const std::uint32_t last =
      documents.back() < end ? block.count
                             : static_cast<std::uint32_t>(std::ranges::lower_bound(documents, end) -
                                                          documents.begin());
  std::array<double, kPostingBlock> scores;
  scoring_.frequencies_of(block, first, last, scores);
  for (std::uint32_t i = first; i < last; ++i) {
    scores[i] = scoring_.saturated(scores[i]) * weight_for(block.forms[i]);
  }
  for (std::uint32_t i = first; i < last; ++i) {
    if (scores[i] > floor) window.put(documents[i] - begin, scores[i]);
  }
}

double LemmaScoreList::score() {
  const PostingBlock& block = cursor_.block();
  const std::uint32_t i = cursor_.index();
  return scoring_.weight_of(block, i) * weight_for(block.forms[i]);
}

double LemmaScoreList::score_of(std::uint32_t document) {
  return cursor_.seek(document) == document ? score() : 0;
}

std::uint8_t LemmaScoreList::fields() {
  const PostingBlock& block = cursor_.block();
  std::uint8_t fields = 0;
  for (std::size_t f = 0; f < limits::kFields; ++f) {
    if (block.frequency(f, cursor_.index()) > 0) fields |= static_cast<std::uint8_t>(1u << f);
  }
  return fields;
}

FoundScoreList::FoundScoreList(std::vector<Found> found, std::uint64_t postings_read)
    : found_(std::move(found)), postings_read_(postings_read) {}

void FoundScoreList::bound(std::uint32_t width, std::span<double> bounds) {
  std::ranges::fill(bounds, 0.0);
  for (const Found& each : found_) {
    double& most = bounds[each.document / width];
    most = std::max(most, each.score);
  }
}

void FoundScoreList::collect(std::uint32_t begin, std::uint32_t end, double floor,
                             const ScoreWindow& window) {
  for (seek(begin); at_ < found_.size() && found_[at_].document < end; ++at_) {
    if (found_[at_].score <= floor) continue;
    window.put(found_[at_].document - begin, found_[at_].score);
  }
}

std::uint32_t FoundScoreList::seek(std::uint32_t document) {
  while (at_ < found_.size() && found_[at_].document < document) ++at_;
  return at_ < found_.size() ? found_[at_].document : kNoDocument;
}

}  // namespace landkaart::inline v0
