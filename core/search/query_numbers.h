// SPDX-License-Identifier: EUPL-1.2
// Finds in a question for how many people and how much time it asks: "voor 8 mensen in een half
// uur" asks for 8 people and 30 minutes.
#pragma once

#include <optional>
#include <string_view>

#include "core/language/number_words.h"

namespace landkaart::inline v0 {

struct QueryNumbers {
  std::optional<int> people;
  std::optional<int> minutes;
};

// Understands digits with "people", "minutes" and "min" in every language, and the words of
// `language`.
QueryNumbers numbers_in(std::string_view text, const NumberWords& language);

}  // namespace landkaart::inline v0
