// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/editorial/sentences.h"

#include <algorithm>
#include <array>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

// In byte order, because the search is binary. Abbreviations that usually end a sentence are not in
// the list: enz., etc., e.d., e.a.
constexpr auto kAbbreviations = std::to_array<std::string_view>({
    "a.d.h.v", "a.s",   "afb",   "al",    "art",   "artt",  "b.v",   "bijv",  "blz",
    "bv",      "c.q",   "ca",    "d.d",   "d.i",   "d.m.v", "d.w.z", "dhr",   "dr",
    "drs",     "ds",    "excl",  "fig",   "h.o",   "hfst",  "i.c",   "i.h.b", "i.o",
    "i.p.v",   "i.s.m", "i.t.t", "i.v.m", "incl",  "ing",   "ir",    "jl",    "jr",
    "m.a.w",   "m.b.t", "m.b.v", "m.i",   "m.i.v", "m.m.v", "m.n",   "m.u.v", "max",
    "mej",     "mevr",  "min",   "mr",    "mw",    "n.a.v", "nl",    "nr",    "nrs",
    "o.a",     "o.b.v", "o.g.v", "o.i.d", "o.l.v", "o.m",   "par",   "p",     "plm",
    "pp",      "prof",  "red",   "resp",  "sr",    "st",    "t.a.v", "t.b.v", "t.g.v",
    "t.m",     "t.o.v", "t.w.v", "tel",   "v.a",   "vgl",   "wo",    "z.g",   "zgn",
});

bool is_space(char letter) { return letter == ' ' || letter == '\t' || letter == '\n'; }
bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool is_capital(char32_t code) {
  return (code >= 'A' && code <= 'Z') || (code >= 0xc0 && code <= 0xde && code != 0xd7);
}

// The length in bytes of the piece with which the text starts, or 0 when it starts with none.
template <typename Pieces>
std::size_t length_of_one(std::string_view text, const Pieces& pieces) {
  for (const std::string_view piece : pieces) {
    if (text.starts_with(piece)) return piece.size();
  }
  return 0;
}

constexpr auto kSentenceEnds = std::to_array<std::string_view>({".", "!", "?", "…"});
constexpr auto kClosing = std::to_array<std::string_view>({")", "]", "\"", "'", "”", "’", "»"});
constexpr auto kOpening =
    std::to_array<std::string_view>({"(", "[", "\"", "'", "“", "‘", "«", "„", "’"});

template <typename Pieces>
std::size_t skip(std::string_view text, std::size_t at, const Pieces& pieces) {
  while (const std::size_t length = length_of_one(text.substr(at), pieces)) at += length;
  return at;
}

// Whether a sentence may begin with this text. Two shortened words begin a sentence with a small
// letter: "’s Avonds" and "'t Gaat".
bool starts_sentence(std::string_view text) {
  const std::size_t at = skip(text, 0, kOpening);
  if (at >= text.size()) return false;
  if (is_digit(text[at]) || is_capital(decode_utf8(text, at).code)) return true;
  const bool clitic = at > 0 && (text[at] == 's' || text[at] == 't') && at + 2 < text.size();
  return clitic && is_space(text[at + 1]) && is_capital(decode_utf8(text, at + 2).code);
}

// The word that ends at a stop, in lower case and without opening quotes.
std::string word_before(std::string_view text, std::size_t begin, std::size_t stop) {
  std::size_t at = stop;
  while (at > begin && !is_space(text[at - 1])) --at;
  at = std::min(skip(text, at, kOpening), stop);
  return ascii_lower_case(text.substr(at, stop - at));
}

// Whether the dot at `stop` belongs to the word before it, in a sentence that starts at `begin`.
bool is_part_of_word(std::string_view text, std::size_t begin, std::size_t stop) {
  const std::string word = word_before(text, begin, stop);
  if (std::ranges::binary_search(kAbbreviations, word)) return true;
  // An initial: "J." or "P.J."
  const bool is_initial = !word.empty() && is_capital(static_cast<unsigned char>(text[stop - 1])) &&
                          (word.size() == 1 || word[word.size() - 2] == '.');
  const bool is_number = std::ranges::all_of(word, is_digit);
  return is_initial || (is_number && stop - begin == word.size());
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool ends_with_stop(std::string_view text) {
  for (std::size_t cut = 1; !text.empty(); text.remove_suffix(cut)) {
    if (std::ranges::any_of(kSentenceEnds, [&](auto stop) { return text.ends_with(stop); }))
      return true;
    const auto closing =
        std::ranges::find_if(kClosing, [&](auto piece) { return text.ends_with(piece); });
    if (closing == kClosing.end()) return false;
    cut = closing->size();
  }
  return false;
}

}  // namespace

std::vector<std::string_view> split_sentences(std::string_view text) {
  std::vector<std::string_view> sentences;
  std::size_t begin = std::min(text.find_first_not_of(" \t\n"), text.size());
  const auto add_sentence = [&](std::size_t end) {
    const std::string_view sentence = trimmed(text.substr(begin, end - begin));
    if (!sentence.empty()) sentences.push_back(sentence);
  };
  for (std::size_t at = begin; at < text.size();) {
    const std::size_t after_stops = skip(text, at, kSentenceEnds);
    if (after_stops == at) {
      ++at;
      continue;
    }
    const bool one_dot = after_stops == at + 1 && text[at] == '.';
    const std::size_t end = skip(text, after_stops, kClosing);
    std::size_t next = end;
    while (next < text.size() && is_space(text[next])) ++next;
    const bool ends = next > end && starts_sentence(text.substr(next)) &&
                      !(one_dot && end == after_stops && is_part_of_word(text, begin, at));
    at = next;
    if (!ends) continue;
    add_sentence(end);
    begin = next;
  }
  add_sentence(text.size());
  return sentences;
}

std::vector<Sentence> sentences_of(const ItemText& item) {
  std::vector<Sentence> sentences;
  for (const Passage& passage : item.passages) {
    for (const std::string_view text : split_sentences(passage.text)) {
      const bool is_whole = passage.sort == Passage::Sort::prose ||
                            (passage.sort == Passage::Sort::list_item && ends_with_stop(text));
      sentences.push_back({&passage, text, {}, is_whole});
      Tokenizer tokenizer(text);
      for (Token token; tokenizer.next(token);) sentences.back().tokens.push_back(token);
    }
  }
  return sentences;
}

}  // namespace landkaart::inline v0
