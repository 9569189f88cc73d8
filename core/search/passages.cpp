// SPDX-License-Identifier: EUPL-1.2
#include "core/search/passages.h"

#include <algorithm>

namespace landkaart::inline v0 {
namespace {

// What a word near the beginning adds, times rarity, and how many words that is. That words stand
// near each other was measured too, and added nothing.
constexpr double kBeginning = 1.1;
constexpr std::uint32_t kBeginningWords = 40;

struct PassageWord {
  std::unique_ptr<PostingCursor> cursor;
  double rarity;
};

class Passages {
 public:
  Passages(const QueryPlan& plan, const SearchIndex& index)
      : text_field_(index.header().fields.size() - 1) {
    for (const PlannedGroup& group : plan.groups) {
      if (group.alternatives.empty()) continue;
      const Alternative& typed = group.alternatives.front();
      if (typed.sort != MatchSort::typed) continue;
      const Term& term = typed.words.front().term;
      if (term.words.document_frequency == 0) continue;
      words_.push_back({std::make_unique<PostingCursor>(index, term.words, index.word_traits(term)),
                        group.rarity});
    }
  }

  // Documents come in ascending order.
  double score(std::uint32_t document) {
    double sum = 0;
    for (const PassageWord& word : words_) {
      if (first_position(*word.cursor, document) < kBeginningWords) sum += word.rarity;
    }
    return sum * kBeginning;
  }

 private:
  // Of the word in the text of the document, or kNoDocument.
  std::uint32_t first_position(PostingCursor& cursor, std::uint32_t document) const {
    if (cursor.seek(document) != document) return kNoDocument;
    const std::uint32_t in_text = cursor.block().frequency(text_field_, cursor.index());
    if (in_text == 0) return kNoDocument;
    const std::span<const std::uint32_t> positions = cursor.positions();
    return positions[positions.size() - in_text];
  }

  std::size_t text_field_;
  std::vector<PassageWord> words_;
};

}  // namespace

void add_passage_scores(const QueryPlan& plan, const SearchIndex& index,
                        std::vector<ScoredDocument>& best) {
  const SearchHeader& header = index.header();
  if (!header.has_positions || header.fields.empty() || plan.groups.size() < kPassageWords) return;
  const auto first = std::span(best).first(std::min(best.size(), kPassageDocuments));
  std::ranges::sort(first, {}, &ScoredDocument::document);
  Passages passages(plan, index);
  for (ScoredDocument& document : first) document.score += passages.score(document.document);
  std::ranges::sort(best, [](const ScoredDocument& a, const ScoredDocument& b) {
    return a.score != b.score ? a.score > b.score : a.document < b.document;
  });
}

}  // namespace landkaart::inline v0
