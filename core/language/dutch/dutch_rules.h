// SPDX-License-Identifier: EUPL-1.2
// The LanguageRules of Dutch, and the parts of them that the compiler uses by themselves.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/language_rules.h"

namespace landkaart::inline v0 {

const LanguageRules& dutch_rules();

// The particles of Dutch separable verbs, sorted by word.
std::span<const SeparableParticle> dutch_particles();

const NumberWords& dutch_number_words();

// The words of which `word` may be the diminutive: "proefje" gives "proef". The candidates come
// from spelling rules alone, so most of them are no Dutch words; the caller keeps the first that
// its dictionary has. Plurals are accepted too: "straatjes" gives "straat".
std::vector<std::string> dutch_diminutive_bases(std::string_view word);

}  // namespace landkaart::inline v0
