// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/dutch/dutch_analysis.h"

#include <algorithm>

#include "content-pack/compiler/dutch/lexicon_bytes.h"

namespace landkaart::inline v0 {
namespace {

constexpr int kMostSteps = 4;

bool is_plain(std::string_view form) {
  return std::ranges::all_of(form, [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

// Verbs with one of these prefixes have no "ge" in their participle, also after a particle:
// "voorbereid", not "voorgebereid".
bool has_unstressed_prefix(std::string_view verb) {
  constexpr std::string_view kPrefixes[] = {"be", "er", "ge", "her", "ont", "ver"};
  return std::ranges::any_of(kPrefixes,
                             [&](std::string_view prefix) { return verb.starts_with(prefix); });
}

// Auxiliary verbs. When an auxiliary and another verb share a clause, a particle belongs to the
// other verb.
bool is_auxiliary(std::string_view verb) {
  constexpr std::string_view kVerbs[] = {"hebben", "kunnen", "moeten", "mogen",
                                         "willen", "worden", "zijn",   "zullen"};
  return std::ranges::find(kVerbs, verb) != std::end(kVerbs);
}

// Whether `form` is a participle of `infinitive`: genodigd, gegeven, betaald, nodigend.
bool is_participle(std::string_view form, std::string_view infinitive) {
  if (form.starts_with("ge") && !infinitive.starts_with("ge")) return true;
  if (form.starts_with("gege")) return true;
  if (form.starts_with(infinitive) && form.size() > infinitive.size()) return true;
  return has_unstressed_prefix(infinitive) && form.ends_with('d') && !infinitive.ends_with("den");
}

void add_once(std::vector<std::string>& words, std::string_view word) {
  if (std::ranges::find(words, word) == words.end()) words.emplace_back(word);
}

}  // namespace

WordAnalysis DutchAnalysis::analyse(std::string_view folded_form) const {
  if (!is_plain(folded_form)) return {std::string(folded_form), {}};
  WordAnalysis analysis{lemma_of(folded_form), {}};
  std::vector<std::string> between;
  add_parts(folded_form, analysis.parts, between);
  if (analysis.parts.size() == 1 && analysis.parts[0] == analysis.lemma) analysis.parts.clear();
  for (const std::string& word : between) {
    if (word != analysis.lemma) add_once(analysis.parts, word);
  }
  return analysis;
}

// Repeats step_to_lemma() until the word stays the same, because the lemma of an unknown compound
// can split into other parts than the form did. Takes at most kMostSteps steps.
std::string DutchAnalysis::lemma_of(std::string_view form) const {
  std::string lemma(form);
  for (int steps = 0; steps < kMostSteps; ++steps) {
    std::string next = step_to_lemma(lemma);
    if (next == lemma) return lemma;
    lemma = std::move(next);
  }
  return lemma;
}

std::string DutchAnalysis::step_to_lemma(std::string_view form) const {
  const WordNumber known = lexicon_.find(form);
  if (known != kNotListed) return std::string(lexicon_.text(lexicon_.lemma(known)));
  const std::vector<CompoundPart> parts = split(form, known);
  if (parts.empty()) return std::string(form);
  std::string lemma(form.substr(0, parts.back().begin));
  return lemma += lexicon_.text(lexicon_.lemma(parts.back().word));
}

std::vector<CompoundPart> DutchAnalysis::split(std::string_view form, WordNumber known) const {
  if (known != kNotListed && (lexicon_.as_head(known) == 0 || lexicon_.is_whole(known))) return {};
  std::vector<CompoundPart> parts = splitter_.split(form, known != kNotListed);
  if (parts.empty() && known == kNotListed) {
    if (const auto head = splitter_.head(form)) parts.push_back(*head);
  }
  return parts;
}

void DutchAnalysis::add_parts(std::string_view form, std::vector<std::string>& leaves,
                              std::vector<std::string>& between) const {
  for (const CompoundPart& part : split(form, lexicon_.find(form))) {
    const std::string_view lemma = lexicon_.text(lexicon_.lemma(part.word));
    const std::size_t before = leaves.size();
    add_parts(lemma, leaves, between);
    if (leaves.size() == before) {
      add_once(leaves, lemma);
    } else {
      add_once(between, lemma);
    }
  }
}

std::vector<std::string> DutchAnalysis::inflections(std::string_view lemma) const {
  if (!is_plain(lemma)) return {};
  const WordNumber known = lexicon_.find(lemma);
  const std::vector<CompoundPart> parts = split(lemma, known);
  if (!parts.empty()) return plural_of_compound(lemma, parts.back());
  if (known == kNotListed) return {};
  std::vector<std::string> forms;
  for (const WordNumber form : lexicon_.forms(known)) {
    if (form != known && !lexicon_.is_seldom(form)) forms.emplace_back(lexicon_.text(form));
  }
  return forms;
}

// Returns one plural at most, because packs hold many compounds. A plural in -s is preferred when
// the lemma ends in -e, and a plural without -s otherwise.
std::vector<std::string> DutchAnalysis::plural_of_compound(std::string_view lemma,
                                                           const CompoundPart& head) const {
  std::string best;
  for (const WordNumber form : lexicon_.forms(lexicon_.lemma(head.word))) {
    if (lexicon_.as_head(form) == 0 || lexicon_.is_seldom(form)) continue;
    std::string plural(lemma.substr(0, head.begin));
    plural += lexicon_.text(form);
    const bool usual = plural.ends_with('s') == lemma.ends_with('e');
    if (plural == lemma || (!best.empty() && !usual)) continue;
    if (lemma_of(plural) == lemma) best = std::move(plural);
  }
  if (best.empty()) return {};
  return {std::move(best)};
}

// A verb is separable when a participle has "ge" after the particle: "doorgestuurd" of doorsturen
// has it, "doorzocht" of doorzoeken has not. A verb with an unstressed prefix after the particle
// counts as separable, because its participle has no "ge".
bool DutchAnalysis::is_written_apart(std::string_view particle, WordNumber verb) const {
  const std::string participle = std::string(particle) + "ge";
  return has_unstressed_prefix(lexicon_.text(verb).substr(particle.size())) ||
         std::ranges::any_of(lexicon_.forms(verb), [&](WordNumber form) {
           return lexicon_.text(form).starts_with(participle);
         });
}

std::optional<SeparableForm> DutchAnalysis::separable(std::string_view particle,
                                                      std::string_view form) const {
  const WordNumber apart = lexicon_.find(form);
  SeparableForm found{std::string(particle).append(form)};
  const WordNumber joined = lexicon_.find(found.joined);
  if (apart == kNotListed || joined == kNotListed || !lexicon_.is_verb(joined)) return std::nullopt;
  const WordNumber verb = lexicon_.lemma(joined);
  if (!lexicon_.text(verb).starts_with(particle)) return std::nullopt;
  const std::string_view base = lexicon_.text(verb).substr(particle.size());
  if (!base.ends_with('n') || is_participle(form, base) || is_auxiliary(base)) return std::nullopt;
  if (!is_written_apart(particle, verb)) return std::nullopt;
  const bool third_person = form.ends_with('t') && !base.ends_with("ten");
  found.may_be_noun = !lexicon_.is_verb(apart) && !third_person;
  return found;
}

const DutchAnalysis& dutch_analysis() {
  static const Lexicon kLexicon(
      Bytes(reinterpret_cast<const std::uint8_t*>(kLexiconWords), kLexiconBytes));
  static const DutchAnalysis kAnalysis(kLexicon);
  return kAnalysis;
}

std::string_view lexicon_hash() { return kLexiconHash; }

}  // namespace landkaart::inline v0
