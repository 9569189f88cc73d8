// SPDX-License-Identifier: EUPL-1.2
// passive-voice: at most 15 % of the sentences of an item may be passive, because a passive
// sentence can leave out who acts. A sentence counts as passive when one of its clauses has a form
// of "worden" and a participle, and no form of "hebben". Items of fewer than 8 sentences are not
// checked.
#include <algorithm>
#include <array>
#include <span>

#include "content-pack/compiler/dutch/dutch_analysis.h"
#include "content-pack/compiler/editorial/rules.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kFewestSentencesForAShare = 8;
constexpr std::size_t kMostPercent = 15;

constexpr auto kParticiples = std::to_array<std::string_view>({
#include "content-pack/compiler/editorial/participles.inc"
});

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_form_of_worden(std::string_view word) {
  return is_one_of(word, {"word", "wordt", "worden", "werd", "werden", "geworden"});
}

// A participle beside a form of "hebben" belongs to an active sentence: "wij hebben gekozen".
bool is_form_of_hebben(std::string_view word) {
  return is_one_of(word, {"heb", "hebt", "heeft", "hebben", "had", "hadden"});
}

// Whether a word begins with a prefix whose verbs have no "ge" in their participle.
bool has_fixed_prefix(std::string_view word) {
  constexpr auto kPrefixes = std::to_array<std::string_view>(
      {"be", "ver", "ont", "her", "er", "over", "onder", "door", "vol", "voor", "mis", "weer"});
  return std::ranges::any_of(kPrefixes, [&](auto prefix) { return word.starts_with(prefix); });
}

// Whether a word ends in -d, in -n, or in -t after a voiceless consonant, as participles do:
// "gebruikt" may be a participle, "verandert" is not.
bool has_ending_of_participle(std::string_view word) {
  if (word.ends_with('d') || word.ends_with('n')) return true;
  constexpr std::string_view kVoiceless = "tkfschpx";
  return word.ends_with('t') && word.size() > 2 &&
         kVoiceless.find(word[word.size() - 2]) != std::string_view::npos;
}

bool looks_like_participle(std::string_view word) {
  const bool is_known = std::ranges::any_of(
      kParticiples, [&](std::string_view participle) { return word.ends_with(participle); });
  if (is_known) return true;
  constexpr std::size_t kShortest = 5;
  if (is_one_of(word, {"geeft", "gelooft", "geniet"})) return false;  // present tense: "hij geeft"
  if (word.size() < kShortest || !has_ending_of_participle(word)) return false;
  const bool has_ge = word.find("ge") != std::string_view::npos;
  if (!has_ge && !has_fixed_prefix(word)) return false;
  if (word.starts_with("ge") && word.ends_with("eerd")) return true;  // "georganiseerd"
  const std::string lemma = dutch_analysis().analyse(word).lemma;
  return lemma != word && lemma.ends_with('n') && lemma != "worden";
}

bool has_border(std::string_view between) {
  return between.find_first_of(",;:()") != std::string_view::npos ||
         between.find("–") != std::string_view::npos;
}

bool is_passive_clause(std::span<const Token> clause) {
  const auto has = [&](auto test) { return std::ranges::any_of(clause, test, &Token::folded); };
  return has(is_form_of_worden) && !has(is_form_of_hebben) && has(looks_like_participle);
}

bool is_passive(const Sentence& sentence) {
  const std::span<const Token> tokens = sentence.tokens;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= tokens.size(); ++i) {
    const bool ends =
        i == tokens.size() ||
        has_border(sentence.text.substr(tokens[i - 1].end, tokens[i].begin - tokens[i - 1].end));
    if (!ends) continue;
    if (is_passive_clause(tokens.subspan(begin, i - begin))) return true;
    begin = i;
  }
  return false;
}

// The lines on which these sentences begin, each line once: "3, 8".
std::string lines_of(const std::vector<const Sentence*>& passive) {
  std::string lines;
  unsigned last = 0;
  for (const Sentence* sentence : passive) {
    const unsigned line = sentence->place().line;
    if (line == last) continue;
    if (last > 0) lines += ", ";
    lines += std::to_string(line);
    last = line;
  }
  return lines;
}

}  // namespace

void find_passive_voice(const ReadItem& item, Findings& findings) {
  if (!item.is_dutch()) return;
  std::size_t sentences = 0;
  std::vector<const Sentence*> passive;
  for (const Sentence& sentence : item.sentences) {
    if (!sentence.is_whole || sentence.tokens.empty()) continue;
    ++sentences;
    if (is_passive(sentence)) passive.push_back(&sentence);
  }
  if (sentences < kFewestSentencesForAShare || passive.size() * 100 <= kMostPercent * sentences)
    return;
  findings.add(item.text, passive.front()->place(), Message::passive_sentences,
               {std::to_string(passive.size()), std::to_string(sentences),
                beginning_of(*passive.front()), lines_of(passive)});
}

}  // namespace landkaart::inline v0
