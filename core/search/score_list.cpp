// SPDX-License-Identifier: EUPL-1.2
#include "core/search/score_list.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <span>
#include <utility>

namespace landkaart::inline v0 {

LemmaScoreList::LemmaScoreList(const SearchIndex& index, const Scoring& scoring,
                               const ListPlace& place, const ListTraits& traits,
                               const LemmaWeights& weights)
    : scoring_(scoring), weights_(weights), cursor_(index, place, traits) {}

void LemmaScoreList::compute_bounds(std::uint32_t width, std::span<double> bounds) {
  std::ranges::fill(bounds, 0.0);
  if (!cursor_.has_bounds()) {
    const PostingBlock& block = cursor_.block();
    for (std::uint32_t i = 0; i < block.count; ++i) {
      double& greatest = bounds[block.documents[i] / width];
      greatest = std::max(greatest, scoring_.weight_of(block, i) * weight_for(block.forms[i]));
    }
    return;
  }
  Cursor entries = cursor_.skip_entries();
  std::uint32_t first = 0;  // the first document that the block can hold
  SkipEntry skip;
  for (std::uint32_t left = cursor_.blocks(); left > 0; --left) {
    skip = cursor_.read_bounds(entries, skip);
    assert(first <= skip.last_document && skip.last_document / width < bounds.size());
    const double bound = scoring_.bound_of(skip) * weight_for(skip.forms);
    for (std::size_t range = first / width; range <= skip.last_document / width; ++range) {
      bounds[range] = std::max(bounds[range], bound);
    }
    first = skip.last_document + 1;
  }
}

void LemmaScoreList::accumulate(std::uint32_t begin, std::uint32_t end, double threshold,
                                const GroupAccumulator& accumulator) {
  for (std::uint32_t from = begin; from < end && cursor_.seek_block(from);) {
    const SkipEntry& bounds = cursor_.bounds();
    if (cursor_.has_bounds() && scoring_.bound_of(bounds) * weight_for(bounds.forms) <= threshold) {
      from = bounds.last_document + 1;
      continue;
    }
    if (cursor_.seek(from) >= end) return;
    accumulate_block(begin, end, threshold, accumulator);
    const PostingBlock& block = cursor_.block();
    from = block.documents[block.count - 1] + 1;
  }
}

// Works in passes over the block, one operation each, because compilers vectorise such loops.
void LemmaScoreList::accumulate_block(std::uint32_t begin, std::uint32_t end, double threshold,
                                      const GroupAccumulator& accumulator) {
  const PostingBlock& block = cursor_.block();
  const auto documents = std::span(block.documents).first(block.count);
  const std::uint32_t first = cursor_.index();
  assert(documents[first] >= begin);
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
    if (scores[i] > threshold) accumulator.add(documents[i] - begin, scores[i]);
  }
}

// Decodes no frequencies.
void LemmaScoreList::mark(std::uint32_t begin, std::uint32_t end, WindowBits& marked) {
  for (std::uint32_t from = cursor_.seek(begin); from < end;) {
    const std::span<const std::uint32_t> documents = cursor_.documents();
    for (const std::uint32_t document : documents) {
      if (document >= end) return;
      mark_slot(marked, document - begin);
    }
    from = cursor_.seek(documents.back() + 1);
  }
}

double LemmaScoreList::score_of(std::uint32_t document) {
  if (cursor_.seek(document) != document) return 0;
  const PostingBlock& block = cursor_.block();
  const std::uint32_t i = cursor_.index();
  return scoring_.weight_of(block, i) * weight_for(block.forms[i]);
}

std::uint8_t LemmaScoreList::fields() {
  const PostingBlock& block = cursor_.block();
  std::uint8_t fields = 0;
  for (std::size_t f = 0; f < limits::kFields; ++f) {
    if (block.frequency(f, cursor_.index()) > 0) fields |= static_cast<std::uint8_t>(1u << f);
  }
  return fields;
}

FoundScoreList::FoundScoreList(Documents found, double factor, std::uint64_t postings_read)
    : found_(std::move(found)), factor_(factor), postings_read_(postings_read) {
  assert(std::ranges::is_sorted(*found_, {}, &Found::document));
}

void FoundScoreList::compute_bounds(std::uint32_t width, std::span<double> bounds) {
  std::ranges::fill(bounds, 0.0);
  for (const Found& each : found()) {
    double& greatest = bounds[each.document / width];
    greatest = std::max(greatest, each.score * factor_);
  }
}

void FoundScoreList::accumulate(std::uint32_t begin, std::uint32_t end, double threshold,
                                const GroupAccumulator& accumulator) {
  for (seek(begin); next_ < found().size() && found()[next_].document < end; ++next_) {
    const double score = found()[next_].score * factor_;
    if (score > threshold) accumulator.add(found()[next_].document - begin, score);
  }
}

void FoundScoreList::mark(std::uint32_t begin, std::uint32_t end, WindowBits& marked) {
  for (seek(begin); next_ < found().size() && found()[next_].document < end; ++next_) {
    mark_slot(marked, found()[next_].document - begin);
  }
}

bool FoundScoreList::contains(std::uint32_t document) {
  seek(document);
  return next_ < found().size() && found()[next_].document == document;
}

double FoundScoreList::score_of(std::uint32_t document) {
  return contains(document) ? found()[next_].score * factor_ : 0;
}

void FoundScoreList::seek(std::uint32_t document) {
  while (next_ < found().size() && found()[next_].document < document) ++next_;
}

}  // namespace landkaart::inline v0
