// SPDX-License-Identifier: EUPL-1.2
#include "core/language/language_rules.h"

#include <gtest/gtest.h>

#include "core/language/dutch/dutch_rules.h"

namespace landkaart {
namespace {

TEST(LanguageRules, AreDutchForDutchAndItsRegions) {
  for (const char* tag : {"nl", "nl-BE", "NL", "nl-Latn-NL"}) {
    EXPECT_EQ(&language_rules(tag), &dutch_rules()) << tag;
  }
}

TEST(LanguageRules, DoNothingForOtherLanguages) {
  for (const char* tag : {"en", "fy", "de-DE", "nld", "n", ""}) {
    const LanguageRules& rules = language_rules(tag);
    EXPECT_EQ(rules.compound_links.size(), 1u) << tag;
    EXPECT_EQ(rules.omitted_links.size(), 1u) << tag;
    EXPECT_EQ(rules.compound_links[0], "") << tag;
    EXPECT_TRUE(rules.alike_first_letters.empty()) << tag;
    EXPECT_TRUE(rules.particles.empty()) << tag;
    EXPECT_TRUE(rules.numbers.numbers.empty()) << tag;
    EXPECT_TRUE(rules.diminutive_bases("proefje").empty()) << tag;
  }
}

TEST(SeparableParticles, AreFoundByTheirWord) {
  const auto particles = dutch_particles();
  for (const SeparableParticle& particle : particles) {
    EXPECT_EQ(find_particle(particles, particle.word), &particle);
  }
  EXPECT_EQ(find_particle(particles, "raad"), nullptr);
  EXPECT_EQ(find_particle(particles, ""), nullptr);
  EXPECT_EQ(find_particle(particles, "zzz"), nullptr);
}

}  // namespace
}  // namespace landkaart
