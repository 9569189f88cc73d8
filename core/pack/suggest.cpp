// SPDX-License-Identifier: EUPL-1.2
// Pack::suggest: titles and words for a search box.
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

constexpr std::size_t kMostTitles = 64;  // that begin as was typed, looked at

class Suggester {
 public:
  Suggester(std::shared_ptr<const PackState> pack, std::string_view text, std::size_t limit)
      : pack_(std::move(pack)), text_(text), limit_(limit) {}

  std::vector<Suggestion> suggest() {
    add_titles_that_begin_so();
    add_titles_with_the_words();
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

  void add_titles_that_begin_so() {
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

  // Also when a word was mistyped.
  void add_titles_with_the_words() {
    if (is_full()) return;
    SearchOptions options;
    options.limit = 2 * std::min<std::size_t>(limit_, pack_->table.size());
    options.as_you_type = true;
    options.match = Match::all;
    const auto search = std::make_shared<const SearchState>(pack_, text_, options);
    for (const auto& [document, title] : search->titled()) {
      if (title) add_document(document);
    }
    near_beginnings_ = search->near_beginnings();
  }

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
    const std::vector<NearWord> near = near_beginnings_.typed == word
                                           ? near_beginnings_.words
                                           : near_words(pack_->index, word, limit_, true);
    std::vector<Term> terms;
    for (const NearWord& each : near) {
      if (auto term = pack_->index.find(each.word)) terms.push_back(std::move(*term));
    }
    return terms;
  }

  std::shared_ptr<const PackState> pack_;
  std::string text_;
  std::size_t limit_;
  std::set<Ordinal> items_;
  NearBeginnings near_beginnings_;
  std::vector<Suggestion> suggestions_;
};

}  // namespace

std::vector<Suggestion> Pack::suggest(std::string_view text, std::size_t limit) const {
  return Suggester(state_, text, limit).suggest();
}

}  // namespace landkaart::inline v0
