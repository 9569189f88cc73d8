// SPDX-License-Identifier: EUPL-1.2
// From a query to ids and titles: brings the search index and the item table together.
#include "landkaart/search.h"

#include <algorithm>

#include "core/pack/pack_state.h"
#include "core/search/query.h"
#include "core/search/ranking.h"
#include "core/search/snippet.h"
#include "core/search/spelling.h"
#include "core/text/utf8.h"

namespace landkaart {

// A query that was asked, with the pack that answers it.
class SearchState : public std::enable_shared_from_this<SearchState> {
 public:
  SearchState(std::shared_ptr<const PackState> pack, std::string_view text,
              const SearchOptions& options)
      : pack_(std::move(pack)), query_(parse_query(text)), options_(options) {
    if (!options_.theme.empty()) theme_ = pack_->table.find(options_.theme);
  }

  std::vector<ScoredDocument> matches() const {
    if (!options_.theme.empty() && !theme_) return {};
    Matching matching;
    matching.all_words = options_.match == Match::all;
    if (theme_ || options_.kind) {
      matching.accepts = [this](std::uint32_t document) { return accepts(document); };
    }
    return score_all(pack_->index, query_, matching);
  }

  std::vector<Hit> hits() const {
    std::vector<ScoredDocument> best = matches();
    const std::size_t first = std::min(options_.offset, best.size());
    keep_best(best, first + std::min(options_.limit, best.size() - first));
    std::vector<Hit> hits;
    for (std::size_t i = first; i < best.size(); ++i) {
      hits.emplace_back(pack_->item(best[i].document), best[i].score, shared_from_this());
    }
    return hits;
  }

  Facets facets() const {
    const ItemTable& table = pack_->table;
    std::vector<std::uint64_t> kinds(kKinds + 1);
    const OrdinalRange themes = table.of_kind(Kind::theme);
    std::vector<std::uint64_t> by_theme(themes.end - themes.begin);
    for (const ScoredDocument& match : matches()) {
      ++kinds[static_cast<std::size_t>(table.record(match.document).kind)];
      for (const Ordinal theme : table.labels(match.document).themes) {
        if (theme >= themes.begin && theme < themes.end) ++by_theme[theme - themes.begin];
      }
    }
    Facets facets;
    for (std::size_t kind = 1; kind < kinds.size(); ++kind) {
      const std::string kind_name(name(static_cast<Kind>(kind)));
      if (kinds[kind] > 0) facets.kinds.push_back({kind_name, kinds[kind]});
    }
    for (std::size_t theme = 0; theme < by_theme.size(); ++theme) {
      if (by_theme[theme] == 0) continue;
      facets.themes.push_back(
          {table.id(themes.begin + static_cast<Ordinal>(theme)), by_theme[theme]});
    }
    return facets;
  }

  std::optional<std::string> suggestion() const {
    std::string suggestion;
    bool mended = false;
    for (const std::string& word : query_.words) {
      const auto nearest = nearest_word(pack_->index, word);
      mended |= nearest.has_value();
      if (!suggestion.empty()) suggestion += ' ';
      suggestion += nearest.value_or(word);
    }
    if (!mended) return std::nullopt;
    return suggestion;
  }

  Snippet snippet(const Item& item) const {
    std::string text(item.summary());
    if (!text.empty()) text += '\n';
    text += item.text();
    SnippetText made = make_snippet(text, query_.words);
    Snippet snippet{std::move(made.text), {}};
    for (const auto& [begin, end] : made.highlights) snippet.highlights.push_back({begin, end});
    return snippet;
  }

 private:
  bool accepts(Ordinal document) const {
    if (options_.kind) {
      const OrdinalRange range = pack_->table.of_kind(*options_.kind);
      if (document < range.begin || document >= range.end) return false;
    }
    return !theme_ || pack_->table.has_theme(document, *theme_);
  }

  std::shared_ptr<const PackState> pack_;
  Query query_;
  SearchOptions options_;
  std::optional<Ordinal> theme_;
};

std::vector<Highlight> Snippet::highlights_in_code_points() const {
  const auto counted = [this](std::uint32_t bytes) {
    return static_cast<std::uint32_t>(code_points(text, bytes));
  };
  std::vector<Highlight> marks;
  for (const Highlight& mark : highlights)
    marks.push_back({counted(mark.begin), counted(mark.end)});
  return marks;
}

Snippet Hit::snippet() const { return search_->snippet(item_); }

std::uint64_t SearchResult::total() const { return search_->matches().size(); }
Facets SearchResult::facets() const { return search_->facets(); }
std::optional<std::string> SearchResult::suggestion() const { return search_->suggestion(); }

SearchResult Pack::search(std::string_view query, const SearchOptions& options) const {
  const auto search = std::make_shared<const SearchState>(state_, query, options);
  SearchResult result(search);
  result.hits = search->hits();
  return result;
}

}  // namespace landkaart
