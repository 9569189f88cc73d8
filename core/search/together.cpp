// SPDX-License-Identifier: EUPL-1.2
#include "core/search/together.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <optional>

namespace landkaart::inline v0 {
namespace {

// Places where the phrase can begin, in ascending order: the field in the high 32 bits, the
// position in the low 32 bits.
using Begins = std::vector<std::uint64_t>;

constexpr std::uint32_t kStepsPerCheckpoint = 1024;

// Replaces `begins` by the places where the phrase begins if the word at the cursor has this offset
// in the phrase.
void read_begins(PostingCursor& cursor, std::uint32_t offset, std::vector<std::uint32_t>& positions,
                 Begins& begins) {
  cursor.read_positions(positions);
  const PostingBlock& block = cursor.block();
  begins.clear();
  std::size_t at = 0;
  for (std::size_t field = 0; field < limits::kFields; ++field) {
    for (std::uint32_t left = block.frequency(field, cursor.index()); left > 0; --left, ++at) {
      if (positions[at] >= offset) {
        begins.push_back(std::uint64_t{field} << 32 | (positions[at] - offset));
      }
    }
  }
}

class Together {
 public:
  Together(const SearchIndex& index, const Scoring& scoring, std::vector<TogetherWord> words,
           Order order, const ReadField& read, const Checkpoint& checkpoint)
      : scoring_(scoring),
        words_(std::move(words)),
        in_order_(order == Order::phrase),
        checkpoint_(checkpoint) {
    in_order_ = in_order_ && (index.header().has_positions || read);
    if (in_order_ && !index.header().has_positions) {
      std::vector<PhraseWord> phrase;
      for (const TogetherWord& word : words_) {
        phrase.push_back({word_key(word.term.lemma), word.offset});
      }
      texts_.emplace(std::move(phrase), read);
    }
    // The rarest word comes first, because it proposes the documents.
    std::ranges::stable_sort(
        words_, {}, [](const TogetherWord& word) { return word.term.words.document_frequency; });
    for (const TogetherWord& word : words_) {
      cursors_.push_back(
          std::make_unique<PostingCursor>(index, word.term.words, index.word_traits(word.term)));
      rarities_.push_back(scoring.inverse_document_frequency(word.term.words.document_frequency));
    }
  }

  FoundTogether find() {
    FoundTogether found;
    std::uint32_t document = cursors_[0]->seek(0);
    for (std::uint32_t step = 0; document != kNoDocument; ++step) {
      if (checkpoint_ && step % kStepsPerCheckpoint == 0) checkpoint_();
      const std::uint32_t next = seek_others(document);
      if (next == document) {
        document_ = document;
        assert(found.documents.empty() || found.documents.back().document < document);
        if (matches()) found.documents.push_back({document, score()});
        document = cursors_[0]->next();
      } else {
        document = next == kNoDocument ? next : cursors_[0]->seek(next);
      }
    }
    for (const auto& cursor : cursors_) found.postings_read += cursor->postings_read();
    return found;
  }

 private:
  // Returns `document` if all words are in it, otherwise a later document such that no document in
  // between has all words. The first cursor is at `document`.
  std::uint32_t seek_others(std::uint32_t document) {
    for (std::size_t i = 1; i < cursors_.size(); ++i) {
      const std::uint32_t next = cursors_[i]->seek(document);
      if (next != document) return next;
    }
    return document;
  }

  // Whether the document, which has all words, has them in the wanted forms and order.
  bool matches() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!words_[i].exact || !words_[i].term.has_forms) continue;
      const std::uint32_t forms = cursors_[i]->block().forms[cursors_[i]->index()];
      if ((forms >> (words_[i].term.form_number - 1) & 1) == 0) return false;
    }
    if (!in_order_) return true;
    return texts_ ? is_phrase_in_text() : is_phrase_by_positions();
  }

  // Reads only the texts of fields that have all of the words.
  bool is_phrase_in_text() {
    for (std::size_t field = 0; field < limits::kFields; ++field) {
      const bool has_all = std::ranges::all_of(cursors_, [&](const auto& cursor) {
        return cursor->block().frequency(field, cursor->index()) > 0;
      });
      if (has_all && texts_->occurs_in(document_, field)) return true;
    }
    return false;
  }

  bool is_phrase_by_positions() {
    read_begins(*cursors_[0], words_[0].offset, positions_, begins_);
    for (std::size_t i = 1; i < words_.size() && !begins_.empty(); ++i) {
      read_begins(*cursors_[i], words_[i].offset, positions_, others_);
      both_.clear();
      std::ranges::set_intersection(begins_, others_, std::back_inserter(both_));
      begins_.swap(both_);
    }
    return !begins_.empty();
  }

  double score() {
    double sum = 0;
    for (std::size_t i = 0; i < cursors_.size(); ++i) {
      sum += rarities_[i] * scoring_.weight_of(cursors_[i]->block(), cursors_[i]->index());
    }
    return sum;
  }

  const Scoring& scoring_;
  std::vector<TogetherWord> words_;
  bool in_order_;  // the words must form a phrase
  const Checkpoint& checkpoint_;
  std::optional<PhraseTexts> texts_;  // only for a phrase in a pack without positions
  std::uint32_t document_ = 0;        // the document that all cursors are at
  std::vector<std::unique_ptr<PostingCursor>> cursors_;
  std::vector<double> rarities_;
  std::vector<std::uint32_t> positions_;
  Begins begins_, others_, both_;  // members, so that their memory is reused for each document
};

}  // namespace

FoundTogether find_together(const SearchIndex& index, const Scoring& scoring,
                            std::vector<TogetherWord> words, Order order, const ReadField& read,
                            const Checkpoint& checkpoint) {
  const bool possible = !words.empty() && std::ranges::all_of(words, [](const TogetherWord& word) {
    return word.term.words.document_frequency > 0 && (!word.exact || word.term.form_number > 0);
  });
  if (!possible) return {};
  return Together(index, scoring, std::move(words), order, read, checkpoint).find();
}

}  // namespace landkaart::inline v0
