// SPDX-License-Identifier: EUPL-1.2
#include "core/search/passages.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace landkaart::inline v0 {
namespace {

constexpr std::uint32_t kBeginningWords = 40;
constexpr std::uint32_t kNoPosition = ~std::uint32_t{0};

}  // namespace

bool has_passage_scores(const QueryPlan& plan, const SearchIndex& index) {
  const SearchHeader& header = index.header();
  return header.has_positions && header.text_field() && plan.groups.size() >= kPassageGroups;
}

Passages::Passages(const QueryPlan& plan, const SearchIndex& index)
    : plan_(plan), text_field_(index.header().text_field().value()) {
  assert(has_passage_scores(plan, index));
  for (std::size_t group = 0; group < plan.groups.size(); ++group) {
    const auto& alternatives = plan.groups[group].alternatives;
    if (alternatives.empty() || alternatives.front().sort != MatchSort::typed) continue;
    const Term& term = alternatives.front().words.front().term;
    if (term.words.document_frequency == 0) continue;
    words_.push_back(
        {group, std::make_unique<PostingCursor>(index, term.words, index.word_traits(term))});
  }
}

std::vector<std::size_t> Passages::groups_at_beginning(std::uint32_t document) {
  std::vector<std::size_t> groups;
  for (const Word& word : words_) {
    if (first_position(*word.cursor, document) < kBeginningWords) groups.push_back(word.group);
  }
  return groups;
}

double Passages::score(std::uint32_t document) {
  double sum = 0;
  for (const std::size_t group : groups_at_beginning(document)) sum += plan_.groups[group].rarity;
  return sum * kPassageWeight;
}

// The first position of the word in the text of the document, or kNoPosition.
// Positions are stored field by field, so those of the fields before the text come first.
std::uint32_t Passages::first_position(PostingCursor& cursor, std::uint32_t document) {
  if (cursor.seek(document) != document) return kNoPosition;
  const auto frequency = [&](std::size_t field) {
    return cursor.block().frequency(field, cursor.index());
  };
  if (frequency(text_field_) == 0) return kNoPosition;
  std::size_t before_text = 0;
  for (std::size_t field = 0; field < text_field_; ++field) before_text += frequency(field);
  cursor.read_positions(positions_);
  return positions_[before_text];
}

std::vector<double> passage_scores(const QueryPlan& plan, const SearchIndex& index,
                                   std::span<const ScoredDocument> documents) {
  std::vector<double> scores(documents.size());
  if (!has_passage_scores(plan, index)) return scores;
  std::vector<std::size_t> order(documents.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return documents[i].document; });
  Passages passages(plan, index);
  for (const std::size_t i : order) scores[i] = passages.score(documents[i].document);
  return scores;
}

}  // namespace landkaart::inline v0
