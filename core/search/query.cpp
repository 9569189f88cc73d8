// SPDX-License-Identifier: EUPL-1.2
#include "core/search/query.h"

#include <algorithm>

#include "core/text/tokenizer.h"

namespace landkaart::inline v0 {
namespace {

// These bound the work for a long text, such as a whole letter that somebody pastes in a search
// box.
constexpr std::size_t kMostQueryWords = 48;
constexpr std::size_t kMostPhrases = 8;
constexpr std::size_t kMostExclusions = 8;
constexpr std::size_t kMostQueryBytes = 4096;
constexpr std::string_view kSpaces = " \t\r\n";
constexpr std::string_view kQuotes[] = {"\"", "“", "”", "„"};

// The length in bytes of the quotation mark at `at`, or 0 when there is none.
std::size_t quote_at(std::string_view text, std::size_t at) {
  for (const std::string_view quote : kQuotes) {
    if (text.substr(at).starts_with(quote)) return quote.size();
  }
  return 0;
}

bool begins_word(std::string_view text, std::size_t at) {
  return at == 0 || kSpaces.find(text[at - 1]) != kSpaces.npos;
}

class Parser {
 public:
  Parser(std::string_view text, const IsFilter& is_filter)
      : text_(text.substr(0, kMostQueryBytes)), is_filter_(is_filter) {}

  Query parse() {
    std::size_t begin = 0;
    while (begin < text_.size()) {
      const std::size_t open = next_quote(begin);
      const std::size_t open_end = open + quote_length(open);
      const std::size_t close = next_quote(open_end);
      if (close == text_.size()) break;  // a quotation mark without a second one is ignored
      const bool excluded = open > begin && text_[open - 1] == '-' && begins_word(text_, open - 1);
      add_text(begin, excluded ? open - 1 : open);
      add_phrase(open_end, close, excluded);
      begin = close + quote_length(close);
    }
    add_text(begin, text_.size());
    return std::move(query_);
  }

 private:
  std::size_t quote_length(std::size_t at) const {
    return at < text_.size() ? quote_at(text_, at) : 0;
  }
  std::size_t next_quote(std::size_t at) const {
    while (at < text_.size() && quote_at(text_, at) == 0) ++at;
    return std::min(at, text_.size());
  }

  Phrase words_in(std::size_t begin, std::size_t end) const {
    Phrase words;
    Tokenizer tokenizer(text_.substr(begin, end - begin));
    for (Token token; words.size() < kMostQueryWords && tokenizer.next(token);) {
      const auto first = static_cast<std::uint32_t>(begin);
      words.push_back({token.folded, first + token.begin, first + token.end, false});
    }
    return words;
  }

  void add_phrase(std::size_t begin, std::size_t end, bool excluded) {
    Phrase words = words_in(begin, end);
    if (words.empty()) return;
    if (excluded) {
      exclude(std::move(words));
    } else if (words.size() == 1) {
      add_word(std::move(words.front()));
    } else {
      add_once(query_.phrases, std::move(words), kMostPhrases);
    }
  }

  // Text without quotation marks. Takes the filters out and adds the text between them as words.
  void add_text(std::size_t begin, std::size_t end) {
    std::size_t done = begin;
    for (std::size_t at = begin; is_filter_ && at < end;) {
      at = std::min(text_.find_first_not_of(kSpaces, at), end);
      const std::size_t stop = std::min(text_.find_first_of(kSpaces, at), end);
      const std::string_view word = text_.substr(at, stop - at);
      const std::size_t colon = word.find(':');
      if (colon != word.npos && is_filter_(word.substr(0, colon), word.substr(colon + 1))) {
        add_words(done, at);
        query_.filters.emplace_back(word.substr(0, colon), word.substr(colon + 1));
        done = stop;
      }
      at = stop;
    }
    add_words(done, end);
  }

  void add_words(std::size_t begin, std::size_t end) {
    for (QueryWord& word : words_in(begin, end)) {
      // A minus excludes the word that it begins. Inside a word it is a hyphen ("co-creatie").
      const bool excluded =
          word.begin > begin && text_[word.begin - 1] == '-' && begins_word(text_, word.begin - 1);
      if (excluded) {
        exclude({std::move(word)});
      } else {
        word.is_prefix = word.end < end && text_[word.end] == '*';
        add_word(std::move(word));
      }
    }
  }

  void exclude(Phrase phrase) { add_once(query_.excluded, std::move(phrase), kMostExclusions); }

  // A phrase that was typed twice is one condition.
  static void add_once(std::vector<Phrase>& phrases, Phrase phrase, std::size_t most) {
    if (phrases.size() >= most || std::ranges::find(phrases, phrase) != phrases.end()) return;
    phrases.push_back(std::move(phrase));
  }

  void add_word(QueryWord word) {
    if (query_.words.size() < kMostQueryWords) query_.words.push_back(std::move(word));
  }

  std::string_view text_;
  const IsFilter& is_filter_;
  Query query_;
};

}  // namespace

Query parse_query(std::string_view text, const IsFilter& is_filter) {
  return Parser(text, is_filter).parse();
}

}  // namespace landkaart::inline v0
