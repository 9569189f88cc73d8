// SPDX-License-Identifier: EUPL-1.2
#include "core/search/completions.h"

#include <algorithm>
#include <set>

namespace landkaart::inline v0 {
namespace {

struct Completion {
  std::uint32_t document_frequency;
  std::string form;
  Bytes value;         // of the entry of the form in the dictionary
  std::uint32_t rank;  // of that entry; the order of ranks is that of forms
};

bool is_more_common(const Completion& a, const Completion& b) {
  return a.document_frequency != b.document_frequency ? a.document_frequency > b.document_frequency
                                                      : a.rank < b.rank;
}

// Walks the dictionary over all keys with a prefix. Decodes only what ranking them needs, and keeps
// only the best in a binary heap, because a short prefix has thousands of keys.
class Completions {
 public:
  Completions(const SearchIndex& index, std::size_t count, Budget* budget)
      : index_(index), count_(count), budget_(budget) {}

  // The best completions, best first.
  std::vector<Completion> find(std::string_view prefix) {
    auto walker = index_.terms().walk_from(prefix);
    const std::uint32_t first = walker.rank();
    for (; !walker.at_end() && walker.key().starts_with(prefix); walker.next()) {
      if (budget_ != nullptr) budget_->spend(kCompletionWork);
      const TermEntry entry =
          decode_term_entry(walker.value(), walker.key(), index_.header().has_positions);
      const bool holds_lemma = entry.refers_back == 0;
      if (holds_lemma) {
        add(walker, entry.words.document_frequency);
      } else if (entry.refers_back > walker.rank() - first &&
                 lemmas_before_.insert(walker.rank() - entry.refers_back).second) {
        // The entry of the lemma comes before the prefix, so this form stands for the lemma.
        add(walker, index_.term_at(walker).document_frequency());
      }
    }
    std::ranges::sort(best_, is_more_common);
    return std::move(best_);
  }
  // The sum of the document frequencies of all completions.
  std::uint64_t documents() const { return documents_; }

 private:
  void add(const StringDictionary::Walker& walker, std::uint32_t document_frequency) {
    documents_ += document_frequency;
    if (document_frequency == 0 || count_ == 0) return;
    if (best_.size() == count_) {
      // A later key is worse than an earlier one in as many documents.
      if (document_frequency <= best_.front().document_frequency) return;
      std::ranges::pop_heap(best_, is_more_common);
      best_.pop_back();
    }
    best_.push_back({document_frequency, walker.key(), walker.value(), walker.rank()});
    std::ranges::push_heap(best_, is_more_common);
  }

  const SearchIndex& index_;
  std::size_t count_;
  Budget* budget_;
  // Ranks of entries of lemmas that do not begin with the prefix but have a form that does.
  std::set<std::uint32_t> lemmas_before_;
  std::vector<Completion> best_;  // a heap with the worst at the front
  std::uint64_t documents_ = 0;
};

}  // namespace

std::vector<Term> completions_of(const SearchIndex& index, std::string_view prefix,
                                 std::size_t count, std::uint64_t* documents, Budget* budget) {
  Completions completions(index, count, budget);
  std::vector<Term> terms;
  for (Completion& each : completions.find(prefix)) {
    terms.push_back(index.term_at(std::move(each.form), each.value, each.rank));
  }
  if (documents != nullptr) *documents += completions.documents();
  return terms;
}

}  // namespace landkaart::inline v0
