// SPDX-License-Identifier: EUPL-1.2
// Pack::suggest(): completes the text in a search box with titles of items, and then with words.
#include <algorithm>
#include <set>

#include "core/pack/search_state.h"
#include "core/search/completions.h"
#include "core/search/spelling.h"
#include "core/search/title_key.h"
#include "core/text/tokenizer.h"
#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kMostTitles = 64;  // titles with the typed beginning that are read

class Suggester {
 public:
  Suggester(std::shared_ptr<const PackState> pack, std::string_view text, std::size_t limit)
      : pack_(std::move(pack)), text_(text), limit_(limit) {}

  std::vector<Suggestion> suggest() {
    add_titles_that_begin_with_text();
    add_titles_with_words_of_text();
    add_words();
    return std::move(suggestions_);
  }

 private:
  bool is_full() const { return suggestions_.size() >= limit_; }

  void add_document(std::uint32_t document) {
    const Ordinal item = pack_->index.order().item_of(document);
    if (is_full() || !items_.insert(item).second) return;
    const Item found = pack_->item(item);
    suggestions_.push_back({std::string(found.title()), found});
  }

  void add_titles_that_begin_with_text() {
    const std::string key = title_key(text_);
    if (key.empty()) return;
    std::size_t seen = 0;
    const StringDictionary& titles = pack_->index.titles();
    for (auto walker = titles.walk_from(key);
         !walker.at_end() && walker.key().starts_with(key) && seen < kMostTitles && !is_full();
         walker.next(), ++seen) {
      for (const std::uint32_t document : pack_->index.titled(walker.value())) {
        add_document(document);
      }
    }
  }

  // Also adds items that a search as you type finds with all words of the text, when at least one
  // of the found words is in the title. A misspelt word also finds words that are spelt nearly like
  // it.
  void add_titles_with_words_of_text() {
    if (is_full()) return;
    // Finds twice as many documents as wanted titles, because some documents have no word of the
    // text in their title.
    const std::size_t count = 2 * std::min<std::size_t>(limit_, pack_->table.size());
    const auto search = std::make_shared<const SearchState>(
        pack_, text_, SearchOptions{.limit = count, .match = Match::all, .as_you_type = true});
    for (const TitledDocument& each : search->titled()) {
      if (each.has_word_in_title) add_document(each.document);
    }
    near_beginnings_ = search->near_beginnings();
  }

  // Completions of the last word or, when there are none, words that nearly begin with it.
  void add_words() {
    std::string last;
    Tokenizer tokenizer(text_);
    for (Token token; tokenizer.next(token);) last = token.folded;
    if (last.empty() || is_full()) return;
    std::vector<Term> terms = completions_of(pack_->index, last, limit_);
    if (terms.empty()) terms = near_terms(last);
    std::set<std::string> lemmas;
    for (const Term& term : terms) {
      if (is_full()) return;
      if (lemmas.insert(term.lemma).second) {
        suggestions_.push_back({std::string(checked_utf8(term.form)), std::nullopt});
      }
    }
  }

  std::vector<Term> near_terms(const std::string& word) const {
    const LanguageRules& language = language_rules(pack_->manifest.language);
    const NearWordOptions options = {true, language.alike_first_letters};
    const std::vector<NearWord> near = near_beginnings_.typed == word
                                           ? near_beginnings_.words
                                           : near_words(pack_->index, word, limit_, options);
    std::vector<Term> terms;
    for (const NearWord& each : near) {
      if (auto term = pack_->index.find(each.word)) terms.push_back(std::move(*term));
    }
    return terms;
  }

  std::shared_ptr<const PackState> pack_;
  std::string text_;
  std::size_t limit_;
  std::set<Ordinal> items_;         // that have been suggested
  NearBeginnings near_beginnings_;  // that the search has found already
  std::vector<Suggestion> suggestions_;
};

}  // namespace

std::vector<Suggestion> Pack::suggest(std::string_view text, std::size_t limit) const {
  return Suggester(state_, text, limit).suggest();
}

}  // namespace landkaart::inline v0
