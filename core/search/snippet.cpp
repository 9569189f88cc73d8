// SPDX-License-Identifier: EUPL-1.2
#include "core/search/snippet.h"

#include <algorithm>
#include <cassert>
#include <string_view>

#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::string_view kEllipsis = "…";

// A word of the text.
struct SnippetWord {
  std::uint32_t begin, end;  // bytes of the text
  std::size_t word;          // number of the query word that it answers, or kNoWord
};

std::vector<SnippetWord> words_of(const AnalysedText& text, std::span<const std::size_t> answers) {
  std::vector<SnippetWord> words;
  words.reserve(text.words.size());
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    words.push_back({text.words[i].begin, text.words[i].end, answers[i]});
  }
  return words;
}

// The words [first, last) of the text.
struct WordRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

// The window of at most `length` bytes that answers the most query words. Among equal windows the
// one with more marked words wins, and then the earliest. Answers are below
// `query_words`.
WordRange best_window(const std::vector<SnippetWord>& words, std::size_t query_words,
                      std::size_t length) {
  WordRange best;
  WordRange window;
  std::pair<std::size_t, std::size_t> best_value{0, 0};
  std::vector<std::size_t> counts(query_words);
  std::size_t different = 0;
  std::size_t found = 0;
  for (; window.first < words.size(); ++window.first) {
    while (window.last < words.size() &&
           (window.last == window.first ||
            words[window.last].end - words[window.first].begin <= length)) {
      if (const std::size_t word = words[window.last].word; word != kNoWord) {
        different += counts[word]++ == 0 ? 1 : 0;
        ++found;
      }
      ++window.last;
    }
    const std::pair value{different, found};
    if (best.last == 0 || value > best_value) {
      best = window;
      best_value = value;
    }
    if (const std::size_t word = words[window.first].word; word != kNoWord) {
      different -= --counts[word] == 0 ? 1 : 0;
      --found;
    }
  }
  return best;
}

// The window without the unmarked words at its end, and without the words at its beginning that it
// can lose while it still answers as many query words.
WordRange tightened(WordRange window, const std::vector<SnippetWord>& words,
                    std::size_t query_words) {
  const auto is_found = [&](std::size_t i) { return words[i].word != kNoWord; };
  while (window.last > window.first + 1 && !is_found(window.last - 1)) --window.last;
  std::vector<std::size_t> counts(query_words);
  for (std::size_t i = window.first; i < window.last; ++i) {
    if (is_found(i)) ++counts[words[i].word];
  }
  while (window.first + 1 < window.last) {
    if (is_found(window.first) && counts[words[window.first].word]-- == 1) break;
    ++window.first;
  }
  return window;
}

// The window with words around it, up to `length` bytes. A third of the free bytes goes to the
// words before it and the rest to the words after it. When the text ends first, more words before
// it follow.
WordRange with_context(WordRange window, const std::vector<SnippetWord>& words,
                       std::size_t length) {
  const auto bytes = [&](std::size_t first, std::size_t last) {
    return words[last - 1].end - words[first].begin;
  };
  const std::size_t used = bytes(window.first, window.last);
  const std::size_t before = used + (length - std::min(used, length)) / 3;
  while (window.first > 0 && bytes(window.first - 1, window.last) <= before) --window.first;
  while (window.last < words.size() && bytes(window.first, window.last + 1) <= length)
    ++window.last;
  while (window.first > 0 && bytes(window.first - 1, window.last) <= length) --window.first;
  return window;
}

// Appends the bytes [begin, end) of the text, which hold the words of the window, and highlights
// those that answer the query. Each run of spaces and line ends becomes one space.
void append_passage(SnippetText& snippet, std::string_view text,
                    const std::vector<SnippetWord>& words, const WordRange& window,
                    std::size_t begin, std::size_t end) {
  std::size_t word = window.first;
  std::uint32_t highlight = 0;
  for (std::size_t i = begin; i < end; ++i) {
    while (word < window.last && words[word].end <= i) ++word;
    const bool found = word < window.last && words[word].word != kNoWord;
    if (found && words[word].begin == i) {
      highlight = static_cast<std::uint32_t>(snippet.text.size());
    }
    const bool space = text[i] == '\n' || text[i] == ' ';
    if (!space) snippet.text.push_back(text[i]);
    if (space && !snippet.text.empty() && snippet.text.back() != ' ') snippet.text.push_back(' ');
    if (found && words[word].end == i + 1) {
      snippet.highlights.emplace_back(highlight, static_cast<std::uint32_t>(snippet.text.size()));
    }
  }
}

}  // namespace

SnippetText make_snippet(const AnalysedText& analysed, std::span<const std::size_t> answers,
                         std::size_t query_words, std::size_t length) {
  assert(answers.size() == analysed.words.size());
  SnippetText snippet;
  const std::string_view text = analysed.text;
  std::vector<SnippetWord> words = words_of(analysed, answers);
  if (words.empty()) return snippet;
  const WordRange best = tightened(best_window(words, query_words, length), words, query_words);
  const WordRange window = with_context(best, words, length);
  std::size_t begin = words[window.first].begin;
  if (words[window.first].end - begin > length) {  // a single word that is longer than a snippet
    const std::size_t kept = utf8_prefix(text.substr(begin), length).size();
    words[window.first].end = static_cast<std::uint32_t>(begin + kept);
  }
  std::size_t end = words[window.last - 1].end;
  // Punctuation before the first word of the text and after the last one is included when it fits.
  if (window.first == 0 && end <= length) begin = 0;
  if (window.last == words.size() && text.size() - begin <= length) end = text.size();
  if (begin > 0) snippet.text += kEllipsis;
  append_passage(snippet, text, words, window, begin, end);
  if (end < text.size()) snippet.text += kEllipsis;
  return snippet;
}

}  // namespace landkaart::inline v0
