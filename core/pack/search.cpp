// SPDX-License-Identifier: EUPL-1.2
// From a query to hits: the public face of SearchState.
#include "landkaart/search.h"

#include "core/pack/search_state.h"

namespace landkaart {

Snippet Hit::snippet() const { return search_->snippet(item_); }
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

}  // namespace landkaart
