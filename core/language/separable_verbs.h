// SPDX-License-Identifier: EUPL-1.2
// The rule for separable verbs. A separable verb is a verb whose particle stands apart in a main
// clause: "uitnodigen" becomes "nodigt bewoners uit". The compiler (when it indexes a text), the
// query planner and the highlighter all use this rule, so that they agree.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

namespace landkaart::inline v0 {

// The greatest number of words between a verb and the particle behind it.
inline constexpr std::size_t kMostWordsBeforeParticle = 10;

struct SeparableParticle {
  std::string_view word;  // folded
  // The particle is a preposition too. In "daar … aan" it belongs to "daar" and not to a verb.
  bool is_preposition = false;
  // A question may follow the particle: "schrijf op wie er komt".
  bool may_precede_question = false;
  // Prepositions that the particle may close, separated by spaces: "toe" closes "naar huis toe".
  std::string_view closes = {};
};

// The particle that is written as `word`, or nullptr. `particles` is sorted by word.
constexpr const SeparableParticle* find_particle(std::span<const SeparableParticle> particles,
                                                 std::string_view word) {
  const auto found = std::ranges::lower_bound(particles, word, {}, &SeparableParticle::word);
  return found != particles.end() && found->word == word ? &*found : nullptr;
}

}  // namespace landkaart::inline v0
