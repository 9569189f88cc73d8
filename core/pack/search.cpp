// SPDX-License-Identifier: EUPL-1.2
// Pack::search() and the public face of SearchState.
#include "landkaart/search.h"

#include <cassert>
#include <stdexcept>

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

Snippet Hit::snippet() const { return search_->snippet(rank_); }
std::vector<Explanation> Hit::explain() const { return search_->explain(rank_); }

std::size_t Hits::size() const noexcept { return search_->size(); }

Hit Hits::operator[](std::size_t index) const {
  assert(index < size());
  return search_->hit(index);
}

Hit Hits::at(std::size_t index) const {
  if (index >= size()) throw std::out_of_range("a hit was asked for beyond the last one");
  return search_->hit(index);
}

Hits::Iterator Hits::begin() const noexcept { return {search_.get(), 0}; }
Hits::Iterator Hits::end() const noexcept {
  return {search_.get(), static_cast<Iterator::difference_type>(size())};
}

Hit Hits::Iterator::operator*() const { return search_->hit(static_cast<std::size_t>(rank_)); }

std::uint64_t SearchResult::total() const { return search_->total(); }
Facets SearchResult::facets() const { return search_->facets(); }
std::optional<std::string> SearchResult::suggestion() const { return search_->suggestion(); }
Offers SearchResult::offers() const { return search_->offers(); }

SearchResult Pack::search(std::string_view query, const SearchOptions& options) const {
  const auto search = std::make_shared<SearchState>(state_, query, options);
  search->rank();
  return SearchResult(search);
}

}  // namespace landkaart::inline v0
