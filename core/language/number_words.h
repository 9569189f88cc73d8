// SPDX-License-Identifier: EUPL-1.2
// NumberWords: the words of a language for numbers, for people and for units of time.
#pragma once

#include <span>
#include <string_view>

namespace landkaart::inline v0 {

struct NumberWord {
  std::string_view word;  // folded
  double number = 0;      // the value of a number word, or the minutes in a unit of time
};

struct NumberWords {
  std::span<const NumberWord> numbers;       // {"anderhalf", 1.5}
  std::span<const std::string_view> people;  // "deelnemers"
  std::span<const NumberWord> times;         // {"uur", 60}
};

}  // namespace landkaart::inline v0
