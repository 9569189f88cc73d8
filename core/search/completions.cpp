// SPDX-License-Identifier: EUPL-1.2
#include "core/search/completions.h"

#include <algorithm>
#include <unordered_set>

namespace landkaart {

std::vector<Term> completions_of(const SearchIndex& index, std::string_view prefix,
                                 std::size_t count, std::uint64_t* documents) {
  std::vector<Term> terms;
  std::unordered_set<std::uint32_t> seen;  // ranks of the entries that have a list
  for (auto walker = index.terms().walk_from(prefix);
       !walker.at_end() && walker.key().starts_with(prefix); walker.next()) {
    const std::uint32_t back =
        decode_term_entry(walker.value(), walker.key(), index.header().has_positions).refers_back;
    if (!seen.insert(walker.rank() - back).second) continue;
    Term term = index.term_at(walker);
    if (term.words.document_frequency == 0) continue;
    if (documents != nullptr) *documents += term.words.document_frequency;
    terms.push_back(std::move(term));
  }
  count = std::min(count, terms.size());
  std::ranges::partial_sort(terms, terms.begin() + static_cast<std::ptrdiff_t>(count),
                            [](const Term& a, const Term& b) {
                              return a.document_frequency() != b.document_frequency()
                                         ? a.document_frequency() > b.document_frequency()
                                         : a.form < b.form;
                            });
  terms.resize(count);
  return terms;
}

}  // namespace landkaart
