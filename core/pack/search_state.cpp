// SPDX-License-Identifier: EUPL-1.2
#include "core/pack/search_state.h"

#include <algorithm>
#include <cassert>
#include <span>

#include "core/pack/item_texts.h"
#include "core/search/coverage.h"
#include "core/search/passages.h"
#include "core/search/query_numbers.h"
#include "core/search/query_planner.h"
#include "core/search/snippet.h"
#include "core/search/spelling.h"
#include "core/search/title_key.h"
#include "core/search/visit_matches.h"
#include "core/text/utf8.h"
#include "landkaart/error.h"

namespace landkaart::inline v0 {
namespace {

bool is_filter(std::string_view name, std::string_view value) {
  if (name == "kind") return kind_from_name(value).has_value();
  if (name == "purpose") return purpose_from_name(value).has_value();
  return name == "theme" && !value.empty();
}

constexpr double kLeastKindFactor = 0.6;

// The factor on the score of an item. People who search for help want a topic, an obstacle or a
// work form before the explanation of a word.
constexpr double kind_factor(Kind kind) {
  switch (kind) {
    case Kind::theme: return 0.75;
    case Kind::article:
    case Kind::video:
    case Kind::story: return 0.8;
    case Kind::journey: return 0.65;
    case Kind::term: return kLeastKindFactor;
    default: return 1;
  }
}

std::string lemmas_of(const Alternative& alternative) {
  std::string lemmas;
  for (const TogetherWord& word : alternative.words) {
    lemmas += (lemmas.empty() ? "" : " ") + word.term.lemma;
  }
  return lemmas;
}

}  // namespace

SearchState::SearchState(std::shared_ptr<const PackState> pack, std::string_view text,
                         const SearchOptions& options)
    : pack_(std::move(pack)),
      text_(to_valid_utf8(text)),
      options_(options),
      language_(language_rules(pack_->manifest.language)),
      checkpoint_(make_checkpoint()),
      query_(parse_query(text_, is_filter)) {
  read_filters_of_query();
  filter_.emplace(pack_->table, pack_->links, filter_values());
  plan_ = plan_query(query_, index(), pack_->scoring(),
                     {.all_words = options_.match == Match::all,
                      .last_is_prefix = options_.as_you_type,
                      .synonyms = &pack_->synonyms(),
                      .language = &language_,
                      .checkpoint = checkpoint_});
  WordAnalyser analyser(index());
  const auto read = [this, &analyser](std::uint32_t document, std::size_t field) {
    return analysed_field(*pack_, item_of(document), field, analyser);
  };
  find_phrases(plan_, index(), pack_->scoring(), read, checkpoint_);
}

Checkpoint SearchState::make_checkpoint() const {
  if (!options_.time_limit) return {};
  const auto begin = std::chrono::steady_clock::now();
  return [begin, limit = *options_.time_limit] {
    if (std::chrono::steady_clock::now() - begin < limit) return;
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(limit).count();
    throw Error(ErrorCode::time_limit_exceeded, "the search took longer than its time limit of " +
                                                    std::to_string(milliseconds) + " ms");
  };
}

// A filter in the text applies where the caller gave no such filter.
void SearchState::read_filters_of_query() {
  const bool kinds_are_given = !options_.kinds.empty();
  const bool themes_are_given = !options_.themes.empty();
  for (const auto& [name, value] : query_.filters) {
    if (name == "kind" && !kinds_are_given) options_.kinds.push_back(*kind_from_name(value));
    if (name == "theme" && !themes_are_given) options_.themes.push_back(value);
    if (name == "purpose" && !options_.purpose) options_.purpose = purpose_from_name(value);
  }
}

ItemFilter SearchState::filter_values() const {
  return {options_.kinds,       options_.themes,         options_.tags,
          options_.language,    options_.purpose,        options_.group_size,
          options_.max_minutes, options_.max_difficulty, options_.obstacle};
}

bool SearchState::weighs_kinds() const {
  return options_.kinds.size() != 1 && pack_->table.has_several_kinds();
}

SearchState::TitleMatches SearchState::title_matches() const {
  TitleMatches matches;
  if (!query_.phrases.empty()) return matches;
  matches.title = title_key(text_);
  if (matches.title.empty()) return matches;
  const auto entry = index().titles().find(matches.title);
  if (!entry) return matches;
  matches.documents = index().titled(*entry);
  // More than any document can score for the words of the query.
  matches.score = 1;
  for (const PlannedGroup& group : plan_.groups) {
    double weight = 0;
    for (const auto& each : group.alternatives) weight = std::max(weight, each.weight);
    matches.score += weight * pack_->scoring().greatest_weight();
  }
  if (weighs_kinds()) matches.score /= kLeastKindFactor;
  return matches;
}

ScoreLists SearchState::lists(const Checkpoint& checkpoint) const {
  ScoreLists lists = make_score_lists(plan_, index(), pack_->scoring(), checkpoint);
  if (weighs_kinds()) {
    lists.prior = [this](std::uint32_t document) {
      return kind_factor(pack_->table.record(item_of(document)).kind);
    };
  }
  const TitleMatches titled = title_matches();
  if (titled.documents.empty()) return lists;
  std::vector<FoundScoreList::Found> found;
  for (const std::uint32_t document : titled.documents) found.push_back({document, titled.score});
  ScoreGroup group;
  group.lists.push_back(std::make_unique<FoundScoreList>(std::move(found)));
  lists.groups.push_back(std::move(group));
  return lists;
}

Accepts SearchState::filter() const {
  if (filter_->accepts_all()) return {};
  return [this](std::uint32_t document) { return filter_->accepts(item_of(document)); };
}

void SearchState::rank() {
  assert(ranking_.empty());
  const std::size_t size = pack_->table.size();
  const std::size_t first = std::min(options_.offset, size);
  const std::size_t last = first + std::min(options_.limit, size - first);
  if (filter_->accepts_none() || first == last) return;
  // Passage scores may lift a document among the hits from further down.
  const bool has_passages = has_passage_scores(plan_, index());
  const std::size_t count = has_passages ? std::max(last, kPassageDocuments) : last;
  ScoreLists lists = this->lists(checkpoint_);
  const auto best = top_documents(lists, index().header().documents, count, filter());
  for (const ScoredDocument& each : best) ranking_.push_back({each.document, each.score, false});
  if (has_passages) {
    const auto lifted = std::span(best).first(std::min(best.size(), kPassageDocuments));
    const std::vector<double> scores = passage_scores(plan_, index(), lifted);
    for (std::size_t i = 0; i < scores.size(); ++i) {
      ranking_[i].score += scores[i];
      ranking_[i].has_passage_score = scores[i] > 0;
    }
    std::ranges::sort(ranking_, [](const RankedDocument& a, const RankedDocument& b) {
      return a.score != b.score ? a.score > b.score : a.document < b.document;
    });
  }
  ranking_.resize(std::min(ranking_.size(), last));
  ranking_.erase(ranking_.begin(),
                 ranking_.begin() + static_cast<std::ptrdiff_t>(std::min(first, ranking_.size())));
}

Hit SearchState::hit(std::size_t rank) const {
  assert(rank < ranking_.size());
  const RankedDocument& ranked = ranking_[rank];
  return {pack_->item(item_of(ranked.document)), rank, ranked.score, shared_from_this()};
}

std::vector<TitledDocument> SearchState::titled() const {
  const WordMatches matches(plan_, index(), language_.particles);
  std::vector<TitledDocument> found;
  ScoreLists lists = this->lists(checkpoint_);
  for (const ScoredDocument& hit :
       top_documents(lists, index().header().documents, options_.limit, filter())) {
    const std::string title(pack_->table.title(item_of(hit.document)));
    const bool has_word = std::ranges::any_of(matches.answers(analyse_text(title, index())),
                                              [](std::size_t answer) { return answer != kNoWord; });
    found.push_back({hit.document, has_word});
  }
  return found;
}

const MatchSet& SearchState::matches() const {
  matches_found_.run([this] {
    if (filter_->accepts_none()) return;
    MatchSet found;  // a visit that throws leaves matches_ empty for the next call
    visit_matches(lists(make_checkpoint()), index().header().documents, filter(),
                  [&found](std::uint32_t document) { found.add(document); });
    matches_ = std::move(found);
  });
  return matches_;
}

std::uint64_t SearchState::total() const { return matches().size(); }

Facets SearchState::facets() const {
  Facets facets;
  if (matches().size() == 0) return facets;
  const ItemTable& table = pack_->table;
  std::vector<std::uint64_t> kinds(kKinds + 1);
  const OrdinalRange themes = table.of_kind(Kind::theme);
  std::vector<std::uint64_t> by_theme(themes.end - themes.begin);
  const auto count = [&](std::uint32_t document) {
    const Ordinal item = item_of(document);
    ++kinds[static_cast<std::size_t>(table.record(item).kind)];
    for (const Ordinal theme : table.themes(item)) {
      if (theme >= themes.begin && theme < themes.end) ++by_theme[theme - themes.begin];
    }
  };
  matches().for_each(count);
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

std::string SearchState::nearest_word(const std::string& word) const {
  auto near = near_words(index(), word, 1, {.alike_first_letters = language_.alike_first_letters});
  return near.empty() ? std::string() : std::move(near.front().word);
}

std::optional<std::string> SearchState::suggestion() const {
  std::string suggestion;
  std::size_t copied = 0;  // bytes of the text that the suggestion covers
  for (const auto& [word, found] : plan_.unresolved) {
    const std::string nearest = found ? *found : nearest_word(word.word);
    if (nearest.empty()) continue;
    suggestion.append(text_, copied, word.begin - copied);
    suggestion += nearest;
    copied = word.end;
  }
  if (copied == 0) return std::nullopt;
  return suggestion.append(text_, copied);
}

Snippet SearchState::snippet(std::size_t rank) const {
  const auto text = analysed_passages(*pack_, item_of(ranking_[rank].document));
  word_matches_made_.run([this] { word_matches_.emplace(plan_, index(), language_.particles); });
  const SnippetText made = make_snippet(*text, word_matches_->answers(*text), plan_.groups.size());
  Snippet snippet{made.text, {}};
  for (const auto& [begin, end] : made.highlights) snippet.highlights.push_back({begin, end});
  return snippet;
}

// The formula of top_documents().
double SearchState::all_words_factor(double rarity_found) const {
  double rarity = 0;
  for (const PlannedGroup& group : plan_.groups) rarity += group.rarity;
  return rarity > 0 ? 1 - kCoverageWeight * (1 - rarity_found / rarity) : 1;
}

// The alternative of the group that scores highest, as top_documents() chooses it.
std::optional<Explanation> SearchState::explain_group(const PlannedGroup& group,
                                                      std::uint32_t document) const {
  std::optional<Explanation> best;
  for (const Alternative& alternative : group.alternatives) {
    const auto list = make_score_list(alternative, index(), pack_->scoring());
    const double score = list ? list->score_of(document) : 0;
    if (score <= (best ? best->score : 0)) continue;
    best = Explanation{.word = group.word,
                       .sort = alternative.sort,
                       .found = lemmas_of(alternative),
                       .fields = {},
                       .weight = alternative.weight,
                       .score = score};
    const std::uint8_t fields = list->fields();
    for (std::size_t f = 0; f < index().header().fields.size(); ++f) {
      if ((fields >> f & 1) != 0) best->fields.push_back(index().header().fields[f].name);
    }
  }
  return best;
}

void SearchState::explain_passages(std::uint32_t document,
                                   std::vector<Explanation>& explanations) const {
  Passages passages(plan_, index());
  for (const std::size_t number : passages.groups_at_beginning(document)) {
    const PlannedGroup& group = plan_.groups[number];
    const double score = kPassageWeight * group.rarity;
    explanations.push_back({.word = group.word,
                            .sort = MatchSort::passage,
                            .found = lemmas_of(group.alternatives.front()),
                            .fields = {std::string(kTextField)},
                            .weight = score,
                            .score = score});
  }
}

std::vector<Explanation> SearchState::explain(std::size_t rank) const {
  const RankedDocument& ranked = ranking_[rank];
  std::vector<Explanation> explanations;
  double rarity_found = 0;
  for (const PlannedGroup& group : plan_.groups) {
    auto explanation = explain_group(group, ranked.document);
    if (!explanation) continue;
    rarity_found += group.rarity;
    explanations.push_back(std::move(*explanation));
  }
  const TitleMatches titled = title_matches();
  if (std::ranges::binary_search(titled.documents, ranked.document)) {
    explanations.push_back({.word = titled.title,
                            .sort = MatchSort::title,
                            .found = titled.title,
                            .fields = {},
                            .weight = titled.score,
                            .score = titled.score});
  }
  const Kind kind = pack_->table.record(item_of(ranked.document)).kind;
  for (Explanation& explanation : explanations) {
    explanation.all_words_factor = all_words_factor(rarity_found);
    explanation.kind_factor = weighs_kinds() ? kind_factor(kind) : 1;
    explanation.score *= explanation.all_words_factor * explanation.kind_factor;
  }
  if (ranked.has_passage_score) explain_passages(ranked.document, explanations);
  return explanations;
}

Offers SearchState::offers() const {
  const QueryNumbers numbers = numbers_in(text_, language_.numbers);
  return {numbers.people, numbers.minutes};
}

}  // namespace landkaart::inline v0
