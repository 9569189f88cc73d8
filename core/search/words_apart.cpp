// SPDX-License-Identifier: EUPL-1.2
#include "core/search/words_apart.h"

#include <cassert>
#include <string_view>
#include <unordered_map>

#include "core/language/separable_verbs.h"

namespace landkaart::inline v0 {
namespace {

class VerbMarker {
 public:
  VerbMarker(const AnalysedText& text, const SeparableVerbMatcher& matcher,
             std::vector<std::size_t>& answers)
      : text_(text), matcher_(matcher), answers_(answers) {}

  // Looks backwards for the nearest verb of the same sentence ("nodigt … uit"), and at the second
  // word after the particle ("uit te nodigen").
  void mark_verb_of(std::size_t particle) {
    for (std::size_t verb = particle; verb > 0 && !begins_sentence(verb);) {
      --verb;
      if (particle - verb > kMostWordsBeforeParticle + 1 || mark(particle, verb)) break;
    }
    const std::size_t after_te = particle + 2;
    if (after_te < text_.words.size() && !begins_sentence(particle + 1) &&
        !begins_sentence(after_te)) {
      mark(particle, after_te);
    }
  }

 private:
  bool begins_sentence(std::size_t word) const {
    const std::size_t end_before = text_.words[word - 1].end;
    return std::string_view(text_.text)
               .substr(end_before, text_.words[word].begin - end_before)
               .find_first_of(".!?;:\n") != std::string_view::npos;
  }

  bool mark(std::size_t particle, std::size_t verb) {
    const std::size_t query_word =
        matcher_(text_.folded(text_.words[particle]), text_.folded(text_.words[verb]));
    if (query_word == kNoWord) return false;
    // A verb has one particle: the last. An earlier one is a preposition ("nodigt uit de wijk
    // uit").
    const auto earlier = particle_of_.find(verb);
    if (earlier != particle_of_.end()) answers_[earlier->second] = kNoWord;
    if (answers_[particle] == kNoWord) {
      particle_of_[verb] = particle;
      answers_[particle] = query_word;
    }
    answers_[verb] = query_word;
    return true;
  }

  const AnalysedText& text_;
  const SeparableVerbMatcher& matcher_;
  std::vector<std::size_t>& answers_;
  std::unordered_map<std::size_t, std::size_t> particle_of_;  // by verb, both as word numbers
};

}  // namespace

void mark_words_apart(const AnalysedText& text, std::span<const std::size_t> particles,
                      const SeparableVerbMatcher& matcher, std::vector<std::size_t>& answers) {
  assert(answers.size() == text.words.size());
  VerbMarker marker(text, matcher, answers);
  for (const std::size_t particle : particles) marker.mark_verb_of(particle);
}

}  // namespace landkaart::inline v0
