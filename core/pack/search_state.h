// SPDX-License-Identifier: EUPL-1.2
// SearchState, a query that was asked, with the pack that answers it.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/pack/pack_state.h"
#include "core/search/query_plan.h"
#include "core/search/word_matches.h"

namespace landkaart::inline v0 {

class SearchState : public std::enable_shared_from_this<SearchState> {
 public:
  SearchState(std::shared_ptr<const PackState> pack, std::string_view text,
              const SearchOptions& options);

  std::vector<Hit> hits() const;
  // The best documents, each with whether a word of the query stands in its title.
  std::vector<std::pair<std::uint32_t, bool>> titled() const;
  std::uint64_t total() const;
  Facets facets() const;
  std::optional<std::string> suggestion() const;
  Snippet snippet(std::uint32_t document) const;
  std::vector<Explanation> explain(std::uint32_t document) const;
  Offers offers() const;
  const NearBeginnings& near_beginnings() const { return plan_.near_beginnings; }

 private:
  ScoreLists lists() const;
  bool finds_nothing() const { return !options_.theme.empty() && !theme_; }
  Accepts filter() const;
  bool accepts(Ordinal item) const;
  void read_filters();

  std::shared_ptr<const PackState> pack_;
  std::string text_;
  SearchOptions options_;
  Query query_;
  QueryPlan plan_;
  std::optional<Ordinal> theme_;
  mutable std::once_flag matches_made_;  // for snippets
  mutable std::optional<WordMatches> matches_;
};

}  // namespace landkaart::inline v0
