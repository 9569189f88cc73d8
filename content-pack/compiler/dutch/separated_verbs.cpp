// SPDX-License-Identifier: EUPL-1.2
// Finding separated verbs.
//
// Problem. In a main clause, Dutch writes the particle of a separable verb at the end of the
// clause: "De gemeente nodigt bewoners uit" contains a form of uitnodigen. A search for
// "uitnodigen" must find this sentence. Most particles are prepositions too ("uit de wijk"), so
// that not every "uit" belongs to a verb.
//
// Idea. A few rules of word order judge each particle in the text, without a parser. In "uit te
// nodigen" the verb follows "te". Elsewhere a particle must end its clause, because a noun phrase
// follows a preposition. The search for the verb goes back word by word from the particle, at most
// to the beginning of the clause, and stops at the first word that forms a verb of the lexicon with
// the particle. Two cases are excluded: a particle that completes an expression such as "naar …
// toe" or "daar … aan", and a word that is probably a noun.
//
// Invariant. The result has at most one particle for each verb, and each joined form is a verb form
// of the lexicon. In most cases of doubt the rules report no verb, because a wrong verb gives wrong
// hits and a missed verb only removes one way to find an item.
//
// Termination. Each particle looks back at most kMostWordsBeforeParticle + 1 words for its verb,
// and at most kClause words for an expression that it completes.
#include "content-pack/compiler/dutch/separated_verbs.h"

#include <algorithm>

#include "core/language/dutch/dutch_rules.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kClause = 20;   // most words before a particle that the rules look at
constexpr std::size_t kCircling = 4;  // greatest distance in words from "naar" to "toe"

// `words` must be in byte order, because the search is binary.
template <std::size_t kSize>
bool is_in(const std::string_view (&words)[kSize], std::string_view word) {
  return std::ranges::binary_search(words, word);
}

// Conjunctions that begin a clause, with or without a comma before them.
constexpr std::string_view kSubordinating[] = {"als",     "dat",     "hoewel", "indien",  "nadat",
                                               "omdat",   "opdat",   "tenzij", "terwijl", "totdat",
                                               "voordat", "wanneer", "zodat",  "zodra"};
// Words that begin a clause only after a comma.
constexpr std::string_view kAfterComma[] = {"die",  "dus",     "en",   "maar", "of", "om",
                                            "waar", "waarbij", "want", "wat",  "wie"};
// Words that may follow a particle at the end of its clause.
constexpr std::string_view kAfterParticle[] = {"als", "dan",   "dus",  "en",   "maar",  "met",
                                               "om",  "omdat", "voor", "want", "zodat", "zonder"};
// Words that begin an indirect question. They may follow a particle for which
// SeparableParticle::may_precede_question is true.
constexpr std::string_view kQuestions[] = {"dat",    "hoe",     "of",  "waar",
                                           "waarom", "wanneer", "wat", "wie"};
constexpr std::string_view kThereWords[] = {"daar", "er", "hier", "waar"};
constexpr std::string_view kBeforeNoun[] = {"de",  "deze",  "een",    "elke", "geen", "haar",
                                            "hun", "ieder", "iedere", "jouw", "mijn", "onze",
                                            "te",  "uw",    "veel",   "zijn"};
constexpr std::string_view kSubjects[] = {"ik", "jullie", "we", "wij", "ze", "zij"};
constexpr std::string_view kInvertedSubjects[] = {"ik", "je",  "jij", "jullie",
                                                  "we", "wij", "ze",  "zij"};
// Particles that usually do not belong to the verb after "te": "door te werken" means "by working"
// and is not a form of doorwerken.
constexpr std::string_view kBeforeTe[] = {"door", "om"};

class Clauses {
 public:
  Clauses(const DutchAnalysis& dutch, std::string_view text, std::span<const Token> words)
      : dutch_(dutch), text_(text), words_(words), taken_(words.size()) {}

  std::vector<SeparatedVerb> find() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const SeparableParticle* particle = find_particle(dutch_particles(), words_[i].folded);
      if (particle == nullptr) continue;
      if (is_before_te(i)) {
        if (auto verb = dutch_.separable(particle->word, words_[i + 2].folded)) {
          add(i + 2, std::move(verb->joined));
        }
      } else if (i > 0 && ends_clause(i, *particle)) {
        find_verb(i, *particle);
      }
    }
    std::ranges::sort(found_, {}, &SeparatedVerb::word);
    return std::move(found_);
  }

 private:
  // The text from the end of a word to the next word, or to the end of the text.
  std::string_view between(std::size_t word) const {
    const std::size_t begin = words_[word].end;
    const std::size_t end = word + 1 < words_.size() ? words_[word + 1].begin : text_.size();
    return text_.substr(begin, end - begin);
  }

  bool begins_clause(std::size_t word) const {
    if (word == 0) return true;
    const std::string_view before = between(word - 1);
    if (before.find_first_of(".!?;:()\n") != std::string_view::npos) return true;
    const std::string_view first = words_[word].folded;
    return is_in(kSubordinating, first) ||
           (before.find(',') != std::string_view::npos && is_in(kAfterComma, first));
  }

  bool ends_clause(std::size_t word, const SeparableParticle& particle) const {
    const std::string_view after = between(word);
    if (after.find_first_of("-/(") != std::string_view::npos) return false;
    if (word + 1 == words_.size() || after.find_first_of(",.!?;:)\n") != std::string_view::npos) {
      return true;
    }
    const std::string_view next = words_[word + 1].folded;
    if (next == "met" && particle.word == "samen") {  // "doet iets samen met een ander"
      return dutch_.separable(particle.word, words_[word - 1].folded).has_value();
    }
    if (is_in(kQuestions, next)) return particle.may_precede_question;
    const bool pairs = word + 2 < words_.size() && next == "en" &&
                       find_particle(dutch_particles(), words_[word + 2].folded) !=
                           nullptr;  // "in en om de school"
    return !pairs && (is_in(kAfterParticle, next) || begins_clause(word + 1));
  }

  bool is_before_te(std::size_t word) const {
    return word + 2 < words_.size() && words_[word + 1].folded == "te" && between(word) == " " &&
           between(word + 1) == " " && !is_in(kBeforeTe, words_[word].folded) &&
           !is_talking(words_[word].folded, words_[word + 2].folded);
  }

  // In "om over te praten", over is a preposition, although the lexicon has the verb overpraten.
  static bool is_talking(std::string_view particle, std::string_view verb) {
    return particle == "over" && verb == "praten";
  }

  // Looks back from the particle at `at` for the nearest word that forms a separable verb with it.
  void find_verb(std::size_t at, const SeparableParticle& particle) {
    if (is_part_of_phrase(at, particle)) return;
    for (std::size_t back = 1; back <= std::min(kMostWordsBeforeParticle + 1, at); ++back) {
      const std::size_t word = at - back;
      auto verb = dutch_.separable(particle.word, words_[word].folded);
      if (verb && is_finite(word, verb->may_be_noun)) return add(word, std::move(verb->joined));
      if (begins_clause(word)) return;
    }
  }

  // Whether the particle completes an expression: "van huis uit", "daar … aan", "naar huis toe".
  bool is_part_of_phrase(std::size_t at, const SeparableParticle& particle) const {
    if (at > 1 && words_[at - 2].folded == "van") return true;
    for (std::size_t back = 1; back <= std::min(kClause, at); ++back) {
      const std::string_view word = words_[at - back].folded;
      if (particle.is_preposition && is_in(kThereWords, word)) return true;
      if (back <= kCircling && closes(particle, word)) return true;
      if (begins_clause(at - back)) return false;
    }
    return false;
  }

  // Whether SeparableParticle::closes lists the preposition.
  static bool closes(const SeparableParticle& particle, std::string_view preposition) {
    const std::size_t at = particle.closes.find(preposition);
    if (at == std::string_view::npos || preposition.empty()) return false;
    const std::string_view from = particle.closes.substr(at);
    return (at == 0 || particle.closes[at - 1] == ' ') &&
           (from == preposition || from.starts_with(std::string(preposition) + ' '));
  }

  // Whether the word is a finite verb, and not the noun or the infinitive with the same spelling.
  bool is_finite(std::size_t word, bool may_be_noun) const {
    if (begins_clause(word)) return true;
    const std::string_view before = words_[word - 1].folded;
    const std::string_view after = words_[word + 1].folded;
    if (is_in(kBeforeNoun, before)) return false;
    if (before == "het" && words_[word].folded.ends_with("en")) return false;
    return !may_be_noun || is_in(kSubjects, before) || is_in(kInvertedSubjects, after);
  }

  void add(std::size_t word, std::string form) {
    if (!taken_[word]) found_.push_back({word, std::move(form)});
    taken_[word] = true;
  }

  const DutchAnalysis& dutch_;
  std::string_view text_;
  std::span<const Token> words_;
  std::vector<bool> taken_;  // per word: found_ has it; a verb has one particle
  std::vector<SeparatedVerb> found_;
};

}  // namespace

std::vector<SeparatedVerb> separated_verbs(const DutchAnalysis& dutch, std::string_view text,
                                           std::span<const Token> words) {
  return Clauses(dutch, text, words).find();
}

}  // namespace landkaart::inline v0
