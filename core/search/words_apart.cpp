// SPDX-License-Identifier: EUPL-1.2
#include "core/search/words_apart.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kApart = 11;  // words between a verb and its particle

class ApartMarker {
 public:
  ApartMarker(const AnalysedText& text, const ApartMatcher& matcher,
              std::vector<std::size_t>& answers)
      : text_(text), matcher_(matcher), answers_(answers) {}

  // "uit te nodigen"; "nodigt … uit", with the nearest verb.
  void mark_at(std::size_t particle) {
    const std::size_t behind = particle + 2;
    std::size_t nearest = particle;
    while (nearest > 0 && particle - nearest < kApart && !sentence_begins(nearest)) {
      if (mark(particle, --nearest)) break;
    }
    if (behind < text_.words.size() && !sentence_begins(behind - 1) && !sentence_begins(behind)) {
      mark(particle, behind);
    }
  }

 private:
  bool sentence_begins(std::size_t word) const {
    const std::size_t before = text_.words[word - 1].end;
    return std::string_view(text_.text)
               .substr(before, text_.words[word].begin - before)
               .find_first_of(".!?;:\n") != std::string_view::npos;
  }

  bool mark(std::size_t particle, std::size_t verb) {
    const std::size_t word =
        matcher_(text_.folded(text_.words[particle]), text_.folded(text_.words[verb]));
    if (word == kNoWord) return false;
    const auto previous = particle_of_.find(verb);
    if (previous != particle_of_.end()) answers_[previous->second] = kNoWord;  // a preposition
    if (answers_[particle] == kNoWord) {
      particle_of_[verb] = particle;
      answers_[particle] = word;
    }
    answers_[verb] = word;
    return true;
  }

  const AnalysedText& text_;
  const ApartMatcher& matcher_;
  std::vector<std::size_t>& answers_;
  std::unordered_map<std::size_t, std::size_t> particle_of_;  // of verbs that were found
};

}  // namespace

void mark_words_apart(const AnalysedText& text, std::span<const std::size_t> particles,
                      const ApartMatcher& matcher, std::vector<std::size_t>& answers) {
  ApartMarker marker(text, matcher, answers);
  for (const std::size_t particle : particles) marker.mark_at(particle);
}

}  // namespace landkaart::inline v0
