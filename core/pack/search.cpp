// SPDX-License-Identifier: EUPL-1.2
// From a query to hits: the public face of SearchState.
#include "landkaart/search.h"

#include "core/pack/search_state.h"
#include "core/text/utf8.h"

namespace landkaart::inline v0 {

std::vector<Highlight> Snippet::highlights_in_code_points() const {
  const auto counted = [this](std::uint32_t bytes) {
    return static_cast<std::uint32_t>(code_points(text, bytes));
  };
  std::vector<Highlight> marks;
  for (const Highlight& mark : highlights) {
    marks.push_back({counted(mark.begin), counted(mark.end)});
  }
  return marks;
}

Snippet Hit::snippet() const { return search_->snippet(document_); }
std::vector<Explanation> Hit::explain() const { return search_->explain(document_); }

std::uint64_t SearchResult::total() const { return search_->total(); }
Facets SearchResult::facets() const { return search_->facets(); }
std::optional<std::string> SearchResult::suggestion() const { return search_->suggestion(); }
Offers SearchResult::offers() const { return search_->offers(); }

SearchResult Pack::search(std::string_view query, const SearchOptions& options) const {
  const auto search = std::make_shared<const SearchState>(state_, query, options);
  SearchResult result(search);
  result.hits = search->hits();
  return result;
}

}  // namespace landkaart::inline v0
