// SPDX-License-Identifier: EUPL-1.2
#include "core/pack/search_state.h"

#include <algorithm>

#include "core/pack/item_texts.h"
#include "core/search/completions.h"
#include "core/search/passages.h"
#include "core/search/query_numbers.h"
#include "core/search/snippet.h"
#include "core/search/spelling.h"
#include "core/search/title_key.h"
#include "core/search/visit_matches.h"

namespace landkaart::inline v0 {
namespace {

bool is_filter(std::string_view name, std::string_view value) {
  if (name == "kind") return kind_from_name(value).has_value();
  if (name == "purpose") return purpose_from_name(value).has_value();
  return name == "theme" && !value.empty();
}

constexpr double kLeastKindWeight = 0.6;

// Who looks for help wants a topic or something to do before the explanation of a word.
constexpr double kind_weight(Kind kind) {
  switch (kind) {
    case Kind::theme: return 0.75;
    case Kind::article:
    case Kind::video:
    case Kind::story: return 0.8;
    case Kind::journey: return 0.65;
    case Kind::term: return kLeastKindWeight;
    default: return 1;
  }
}

}  // namespace

SearchState::SearchState(std::shared_ptr<const PackState> pack, std::string_view text,
                         const SearchOptions& options)
    : pack_(std::move(pack)),
      text_(text),
      options_(options),
      query_(parse_query(text_, is_filter)) {
  read_filters();
  if (!options_.theme.empty()) theme_ = pack_->table.find(options_.theme);
  plan_ = plan_query(query_, pack_->index, pack_->scoring(),
                     {options_.match == Match::all, options_.as_you_type, &pack_->synonyms()});
  find_phrases(plan_, pack_->index, pack_->scoring(),
               [this](std::uint32_t document, std::size_t field) {
                 return analysed_field(*pack_, pack_->index.order().item_of(document), field);
               });
}

void SearchState::read_filters() {
  for (const auto& [name, value] : query_.filters) {
    if (name == "kind" && !options_.kind) options_.kind = kind_from_name(value);
    if (name == "purpose" && !options_.purpose) options_.purpose = purpose_from_name(value);
    if (name == "theme" && options_.theme.empty()) options_.theme = value;
  }
}

ScoreLists SearchState::lists() const {
  const SearchIndex& index = pack_->index;
  ScoreLists lists = make_score_lists(plan_, index, pack_->scoring());
  if (!options_.kind && pack_->table.has_several_kinds()) {
    lists.prior = [this](std::uint32_t document) {
      return kind_weight(pack_->table.record(pack_->index.order().item_of(document)).kind);
    };
  }
  // Who types a title wants that item: above all others, whatever their scores.
  const std::string key = query_.phrases.empty() ? title_key(text_) : std::string();
  const auto titled = key.empty() ? std::nullopt : index.titles().find(key);
  if (!titled) return lists;
  double most = 1;
  for (const PlannedGroup& group : plan_.groups) {
    double weight = 0;
    for (const auto& each : group.alternatives) weight = std::max(weight, each.weight);
    most += weight * pack_->scoring().greatest_weight();
  }
  if (lists.prior) most /= kLeastKindWeight;
  std::vector<FoundScoreList::Found> found;
  for (const std::uint32_t document : index.titled(*titled)) found.push_back({document, most});
  ScoreGroup group;
  group.lists.push_back(std::make_unique<FoundScoreList>(std::move(found)));
  lists.groups.push_back(std::move(group));
  return lists;
}

Accepts SearchState::filter() const {
  if (!theme_ && !options_.kind && !options_.purpose) return {};
  return [this](std::uint32_t document) { return accepts(pack_->index.order().item_of(document)); };
}

bool SearchState::accepts(Ordinal item) const {
  if (options_.kind || options_.purpose) {
    const ItemRecord record = pack_->table.record(item);
    if (options_.kind && record.kind != *options_.kind) return false;
    if (options_.purpose && record.purpose != static_cast<std::uint8_t>(*options_.purpose)) {
      return false;
    }
  }
  return !theme_ || pack_->table.has_theme(item, *theme_);
}

std::vector<Hit> SearchState::hits() const {
  if (finds_nothing()) return {};
  const std::size_t size = pack_->table.size();
  const std::size_t first = std::min(options_.offset, size);
  const std::size_t count = first + std::min(options_.limit, size - first);
  if (options_.limit == 0) return {};
  const bool sentence = plan_.groups.size() >= kPassageWords;
  ScoreLists lists = this->lists();
  auto best = top_documents(lists, pack_->index.header().documents,
                            sentence ? std::max(count, kPassageDocuments) : count, filter());
  if (sentence) add_passage_scores(plan_, pack_->index, best);
  best.resize(std::min(best.size(), count));
  std::vector<Hit> hits;
  for (std::size_t i = first; i < best.size(); ++i) {
    hits.emplace_back(pack_->item(pack_->index.order().item_of(best[i].document)), best[i].document,
                      best[i].score, shared_from_this());
  }
  return hits;
}

std::vector<std::pair<std::uint32_t, bool>> SearchState::titled() const {
  const WordMatches matches(plan_, pack_->index);
  std::vector<std::pair<std::uint32_t, bool>> found;
  ScoreLists lists = this->lists();
  for (const ScoredDocument& hit :
       top_documents(lists, pack_->index.header().documents, options_.limit, filter())) {
    const Ordinal item = pack_->index.order().item_of(hit.document);
    const AnalysedText title = analyse_text(std::string(pack_->table.title(item)), pack_->index);
    const bool in_title = std::ranges::any_of(matches.answers(title),
                                              [](std::size_t answer) { return answer != kNoWord; });
    found.emplace_back(hit.document, in_title);
  }
  return found;
}

std::uint64_t SearchState::total() const {
  std::uint64_t total = 0;
  if (finds_nothing()) return total;
  visit_matches(lists(), pack_->index.header().documents, filter(),
                [&](std::uint32_t) { ++total; });
  return total;
}

Facets SearchState::facets() const {
  Facets facets;
  if (finds_nothing()) return facets;
  const ItemTable& table = pack_->table;
  std::vector<std::uint64_t> kinds(kKinds + 1);
  const OrdinalRange themes = table.of_kind(Kind::theme);
  std::vector<std::uint64_t> by_theme(themes.end - themes.begin);
  visit_matches(lists(), pack_->index.header().documents, filter(), [&](std::uint32_t document) {
    const Ordinal item = pack_->index.order().item_of(document);
    ++kinds[static_cast<std::size_t>(table.record(item).kind)];
    for (const Ordinal theme : table.labels(item).themes) {
      if (theme >= themes.begin && theme < themes.end) ++by_theme[theme - themes.begin];
    }
  });
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

std::optional<std::string> SearchState::suggestion() const {
  std::string suggestion;
  bool mended = false;
  for (const QueryWord& word : query_.words) {
    const auto term = pack_->index.find(word.word);
    std::vector<NearWord> near;
    const bool begins = word.is_prefix || (options_.as_you_type && &word == &query_.words.back() &&
                                           !completions_of(pack_->index, word.word, 1).empty());
    if (!term && !begins) near = near_words(pack_->index, word.word, 1);
    mended |= !near.empty();
    if (!suggestion.empty()) suggestion += ' ';
    suggestion += near.empty() ? word.word : near.front().word;
  }
  if (!mended) return std::nullopt;
  return suggestion;
}

Snippet SearchState::snippet(std::uint32_t document) const {
  const auto text = analysed_passages(*pack_, pack_->index.order().item_of(document));
  std::call_once(matches_made_, [this] { matches_.emplace(plan_, pack_->index); });
  const SnippetText made = make_snippet(*text, matches_->answers(*text), plan_.groups.size());
  Snippet snippet{made.text, {}};
  for (const auto& [begin, end] : made.highlights) snippet.highlights.push_back({begin, end});
  return snippet;
}

std::vector<Explanation> SearchState::explain(std::uint32_t document) const {
  std::vector<Explanation> explanations;
  for (const PlannedGroup& group : plan_.groups) {
    Explanation best;
    for (const Alternative& alternative : group.alternatives) {
      const auto list = make_score_list(alternative, pack_->index, pack_->scoring());
      const double score = list ? list->score_of(document) : 0;
      if (score <= best.score) continue;
      best = {group.word, alternative.sort, {}, {}, alternative.weight, score};
      for (const TogetherWord& word : alternative.words) {
        best.found += (best.found.empty() ? "" : " ") + word.term.lemma;
      }
      const std::uint8_t fields = list->fields();
      for (std::size_t f = 0; f < pack_->index.header().fields.size(); ++f) {
        if ((fields >> f & 1) != 0) best.fields.push_back(pack_->index.header().fields[f].name);
      }
    }
    if (best.score > 0) explanations.push_back(std::move(best));
  }
  return explanations;
}

Offers SearchState::offers() const {
  const QueryNumbers numbers = numbers_in(text_);
  return {numbers.people, numbers.minutes};
}

}  // namespace landkaart::inline v0
