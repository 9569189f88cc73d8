// SPDX-License-Identifier: EUPL-1.2
#include "core/search/together.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <iterator>
#include <memory>

namespace landkaart::inline v0 {
namespace {

// Places where the phrase can begin, in ascending order: the field in the high 32 bits, the
// position in the low 32 bits.
using Begins = std::vector<std::uint64_t>;

constexpr std::uint32_t kStepsPerCheckpoint = 1024;

constexpr std::uint64_t kLeastPositions = 1'500'000;
constexpr std::uint64_t kPositionsPerDocument = 28;
// Most packs without positions are small: lint advises positions above 1000 items. The allowance of
// a small pack suffices to read 400 texts of 6 KB.
constexpr std::uint64_t kSmallPackDocuments = 1000;
constexpr std::uint64_t kTextBytesOfSmallPack = 4'000'000;
constexpr std::uint64_t kLeastTextBytes = 750'000;
constexpr std::uint64_t kTextBytesPerDocument = 12;

// A document that has all words of a phrase.
struct PhraseCandidate {
  std::uint32_t document = 0;
  std::uint8_t fields = 0;  // fields that have all words, one bit each
  bool is_verified = false;
  bool is_phrase = true;  // false: verified, and its words do not follow each other
  double score = 0;
};

class Together {
 public:
  Together(const SearchIndex& index, const Scoring& scoring, std::vector<TogetherWord> words,
           const TogetherLimits& limits)
      : scoring_(scoring), words_(std::move(words)), limits_(limits) {
    // The rarest word comes first, because it proposes the documents.
    std::ranges::stable_sort(
        words_, {}, [](const TogetherWord& word) { return word.term.words.document_frequency; });
    for (const TogetherWord& word : words_) {
      cursors_.push_back(
          std::make_unique<PostingCursor>(index, word.term.words, index.word_traits(word.term)));
      rarities_.push_back(scoring.inverse_document_frequency(word.term.words.document_frequency));
    }
  }

  // The documents that have all words.
  FoundTogether find_in_any_order() {
    for_each_candidate([this](std::uint32_t document) {
      found_.documents.push_back({document, score()});
      return true;
    });
    return finished();
  }

  FoundTogether find_by_positions() {
    if (!limits_.uses_scores) return verify_first([this] { return is_phrase_by_positions(); });
    // Most phrases are verified in one pass. Another pass finds the best documents when the
    // allowance does not suffice. A pass that has spent a quarter of the allowance on an eighth of
    // the documents ends early, because it would need twice the allowance.
    const std::uint32_t eighth = scoring_.documents() / 8;
    const bool verified_all = for_each_candidate([&](std::uint32_t document) {
      if (found_.work > limits_.allowance) return false;
      if (found_.work > limits_.allowance / 4 && document < eighth) return false;
      if (is_phrase_by_positions()) found_.documents.push_back({document, score()});
      return true;
    });
    if (verified_all) return finished();
    found_.documents.clear();
    verify_best_by_positions();
    return finished();
  }

  FoundTogether find_in_texts(const ReadField& read) {
    std::vector<PhraseWord> phrase;
    for (const TogetherWord& word : words_) {
      phrase.push_back({word_key(word.term.lemma), word.offset});
    }
    const PhraseTexts texts(std::move(phrase), read);
    if (!limits_.uses_scores) {
      return verify_first([&] { return is_phrase_in_text(texts, fields_with_all_words()); });
    }
    std::vector<PhraseCandidate> candidates = all_candidates();
    std::vector<PhraseCandidate*> best = best_of(candidates, limits_.allowance / kTextWork);
    std::ranges::sort(best, [](const auto* a, const auto* b) { return is_better(*a, *b); });
    for (PhraseCandidate* candidate : best) {
      if (found_.work > limits_.allowance) break;
      if (limits_.checkpoint) limits_.checkpoint();
      document_ = candidate->document;
      candidate->is_verified = true;
      candidate->is_phrase = is_phrase_in_text(texts, candidate->fields);
    }
    keep(candidates);
    return finished();
  }

 private:
  static bool is_better(const PhraseCandidate& a, const PhraseCandidate& b) {
    return a.score != b.score ? a.score > b.score : a.document < b.document;
  }

  // Calls visit(document) for each document that has all words in the wanted forms, with all
  // cursors at it, until `visit` returns false. Returns whether all were visited.
  template <typename Visit>
  bool for_each_candidate(const Visit& visit) {
    std::uint32_t document = next_wanted(cursors_[0]->seek(0));
    for (std::uint32_t step = 0; document != kNoDocument; ++step) {
      if (limits_.checkpoint && step % kStepsPerCheckpoint == 0) limits_.checkpoint();
      const std::uint32_t next = seek_others(document);
      if (next == document) {
        if (has_wanted_forms() && !visit(document)) return false;
        document = next_wanted(cursors_[0]->next());
      } else {
        document = next_wanted(next == kNoDocument ? next : cursors_[0]->seek(next));
      }
    }
    return true;
  }

  // Moves the first cursor, which is at `document`, to the first document of interest.
  std::uint32_t next_wanted(std::uint32_t document) {
    if (limits_.within == nullptr) return document;
    const auto& wanted = limits_.within->documents;
    while (document != kNoDocument) {
      while (wanted_ < wanted.size() && wanted[wanted_].document < document) ++wanted_;
      if (wanted_ == wanted.size()) return kNoDocument;
      if (wanted[wanted_].document == document) return document;
      document = cursors_[0]->seek(wanted[wanted_].document);
    }
    return document;
  }

  // Returns `document` if all words are in it, otherwise a later document such that no document in
  // between has all words. The first cursor is at `document`.
  std::uint32_t seek_others(std::uint32_t document) {
    for (std::size_t i = 1; i < cursors_.size(); ++i) {
      const std::uint32_t next = cursors_[i]->seek(document);
      if (next != document) return next;
    }
    return document;
  }

  bool has_wanted_forms() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!words_[i].exact || !words_[i].term.has_forms) continue;
      const std::uint32_t forms = cursors_[i]->block().forms[cursors_[i]->index()];
      if ((forms >> (words_[i].term.form_number - 1) & 1) == 0) return false;
    }
    return true;
  }

  std::uint8_t fields_with_all_words() {
    std::uint8_t fields = 0;
    for (std::size_t field = 0; field < limits::kFields; ++field) {
      const bool has_all = std::ranges::all_of(cursors_, [&](const auto& cursor) {
        return cursor->block().frequency(field, cursor->index()) > 0;
      });
      if (has_all) fields |= static_cast<std::uint8_t>(1u << field);
    }
    return fields;
  }

  std::vector<PhraseCandidate> all_candidates() {
    std::vector<PhraseCandidate> candidates;
    for_each_candidate([&](std::uint32_t document) {
      candidates.push_back(
          {.document = document, .fields = fields_with_all_words(), .score = score()});
      return true;
    });
    return candidates;
  }

  // The `count` best candidates, in ascending order of document.
  static std::vector<PhraseCandidate*> best_of(std::vector<PhraseCandidate>& candidates,
                                               std::uint64_t count) {
    std::vector<PhraseCandidate*> best;
    for (PhraseCandidate& candidate : candidates) best.push_back(&candidate);
    if (count >= best.size()) return best;
    const auto end = best.begin() + static_cast<std::ptrdiff_t>(count);
    std::ranges::nth_element(best, end,
                             [](const auto* a, const auto* b) { return is_better(*a, *b); });
    best.erase(end, best.end());
    std::ranges::sort(best);  // pointers into the candidates, which are in order of document
    return best;
  }

  // Verifies documents in ascending order with `is_phrase` until the allowance is spent.
  template <typename IsPhrase>
  FoundTogether verify_first(const IsPhrase& is_phrase) {
    for_each_candidate([&](std::uint32_t document) {
      document_ = document;
      const bool verifies = found_.work <= limits_.allowance;
      if (!verifies) ++found_.unverified;
      if (!verifies || is_phrase()) found_.documents.push_back({document, 1});
      return true;
    });
    return finished();
  }

  void rewind() {
    for (const auto& cursor : cursors_) cursor->rewind();
    wanted_ = 0;
  }

  // Verifies the candidates with the highest scores, as many as the allowance suffices for.
  void verify_best_by_positions() {
    rewind();
    std::vector<PhraseCandidate> candidates = all_candidates();
    rewind();
    // The first pass verified fewer documents than this, with the same allowance.
    const std::uint64_t least_work = words_.size() * (kSeekWork + 1);
    const std::uint64_t most = found_.work + limits_.allowance;
    for (PhraseCandidate* candidate : best_of(candidates, limits_.allowance / least_work)) {
      if (found_.work > most) break;
      for (const auto& cursor : cursors_) cursor->seek(candidate->document);
      candidate->is_verified = true;
      candidate->is_phrase = is_phrase_by_positions();
    }
    keep(candidates);
  }

  // Reads only the texts of fields that have all of the words.
  bool is_phrase_in_text(const PhraseTexts& texts, std::uint8_t fields) {
    for (unsigned left = fields; left != 0; left &= left - 1) {
      const auto field = static_cast<std::size_t>(std::countr_zero(left));
      const auto text = texts.read(document_, field);
      found_.work += text->text.size() + kTextWork;
      if (texts.occurs_in(*text)) return true;
    }
    return false;
  }

  bool is_phrase_by_positions() {
    read_begins(0, begins_);
    for (std::size_t i = 1; i < words_.size() && !begins_.empty(); ++i) {
      read_begins(i, others_);
      both_.clear();
      std::ranges::set_intersection(begins_, others_, std::back_inserter(both_));
      begins_.swap(both_);
    }
    return !begins_.empty();
  }

  // Replaces `begins` by the places where the phrase begins if a word has its place in the phrase.
  void read_begins(std::size_t word, Begins& begins) {
    PostingCursor& cursor = *cursors_[word];
    const std::uint32_t offset = words_[word].offset;
    cursor.read_positions(positions_);
    const PostingBlock& block = cursor.block();
    found_.work += positions_.size() + kSeekWork;
    begins.clear();
    std::size_t at = 0;
    for (std::size_t field = 0; field < limits::kFields; ++field) {
      for (std::uint32_t left = block.frequency(field, cursor.index()); left > 0; --left, ++at) {
        if (positions_[at] >= offset) {
          begins.push_back(std::uint64_t{field} << 32 | (positions_[at] - offset));
        }
      }
    }
  }

  double score() {
    double sum = 0;
    for (std::size_t i = 0; i < cursors_.size(); ++i) {
      sum += rarities_[i] * scoring_.weight_of(cursors_[i]->block(), cursors_[i]->index());
    }
    return sum;
  }

  // Stores the candidates that have the phrase or were not verified.
  void keep(const std::vector<PhraseCandidate>& candidates) {
    for (const PhraseCandidate& each : candidates) {
      if (!each.is_phrase) continue;
      const double score = each.is_verified ? each.score : each.score / kPhraseWeight;
      found_.documents.push_back({each.document, score});
      if (!each.is_verified) ++found_.unverified;
    }
  }

  FoundTogether finished() {
    for (const auto& cursor : cursors_) found_.postings_read += cursor->postings_read();
    return std::move(found_);
  }

  const Scoring& scoring_;
  std::vector<TogetherWord> words_;
  const TogetherLimits& limits_;
  std::vector<std::unique_ptr<PostingCursor>> cursors_;
  std::vector<double> rarities_;
  std::uint32_t document_ = 0;  // whose text is read
  std::size_t wanted_ = 0;      // in TogetherLimits::within: the first that is not passed
  // Members, so that their memory is reused for each document.
  std::vector<std::uint32_t> positions_;
  Begins begins_, others_, both_;
  FoundTogether found_;
};

}  // namespace

std::uint64_t phrase_allowance(const SearchIndex& index) {
  const std::uint64_t documents = index.header().documents;
  if (index.header().has_positions) return kLeastPositions + kPositionsPerDocument * documents;
  if (documents <= kSmallPackDocuments) return kTextBytesOfSmallPack;
  return kLeastTextBytes + kTextBytesPerDocument * documents;
}

FoundTogether find_together(const SearchIndex& index, const Scoring& scoring,
                            std::vector<TogetherWord> words, Order order, const ReadField& read,
                            const TogetherLimits& limits) {
  const bool possible = !words.empty() && std::ranges::all_of(words, [](const TogetherWord& word) {
    return word.term.words.document_frequency > 0 && (!word.exact || word.term.form_number > 0);
  });
  if (!possible) return {};
  Together together(index, scoring, std::move(words), limits);
  if (order == Order::phrase && index.header().has_positions) return together.find_by_positions();
  if (order == Order::phrase && read) return together.find_in_texts(read);
  return together.find_in_any_order();
}

}  // namespace landkaart::inline v0
