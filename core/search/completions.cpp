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
  std::uint32_t rank;  // of that entry
};

// Walks the dictionary over all keys with a prefix. Decodes only what ranking them needs, because a
// short prefix has thousands of keys.
class Completions {
 public:
  Completions(const SearchIndex& index, Budget* budget) : index_(index), budget_(budget) {}

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
    return std::move(found_);
  }

 private:
  void add(const StringDictionary::Walker& walker, std::uint32_t document_frequency) {
    if (document_frequency == 0) return;
    found_.push_back({document_frequency, walker.key(), walker.value(), walker.rank()});
  }

  const SearchIndex& index_;
  Budget* budget_;
  // Ranks of entries of lemmas that do not begin with the prefix but have a form that does.
  std::set<std::uint32_t> lemmas_before_;
  std::vector<Completion> found_;
};

}  // namespace

std::vector<Term> completions_of(const SearchIndex& index, std::string_view prefix,
                                 std::size_t count, std::uint64_t* documents, Budget* budget) {
  std::vector<Completion> found = Completions(index, budget).find(prefix);
  if (documents != nullptr) {
    for (const Completion& each : found) *documents += each.document_frequency;
  }
  count = std::min(count, found.size());
  std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(count),
                            [](const Completion& a, const Completion& b) {
                              return a.document_frequency != b.document_frequency
                                         ? a.document_frequency > b.document_frequency
                                         : a.form < b.form;
                            });
  std::vector<Term> terms;
  for (std::size_t i = 0; i < count; ++i) {
    terms.push_back(index.term_at(std::move(found[i].form), found[i].value, found[i].rank));
  }
  return terms;
}

}  // namespace landkaart::inline v0
