// SPDX-License-Identifier: EUPL-1.2
#include "core/search/query_numbers.h"

#include <algorithm>
#include <charconv>

#include "core/text/tokenizer.h"

namespace landkaart::inline v0 {
namespace {

// The words that a search understands in each language.
constexpr std::string_view kPeople[] = {"people"};
constexpr NumberWord kTimes[] = {{"minutes", 1}, {"min", 1}};
constexpr NumberWords kCommonWords = {{}, kPeople, kTimes};

constexpr double kGreatestNumber = 10'000;
// A quarter of an hour needs no number before it: "een kwartier" and "kwartier" mean 15 minutes.
constexpr double kQuarter = 15;

double number_in(std::span<const NumberWord> words, std::string_view word) {
  const auto found = std::ranges::find(words, word, &NumberWord::word);
  return found == words.end() ? 0 : found->number;
}

// Digits, or a number word; 0 for any other word and for a number above kGreatestNumber.
double number_of(std::string_view word, const NumberWords& language) {
  int number = 0;
  const char* last = word.data() + word.size();
  const auto [end, error] = std::from_chars(word.data(), last, number);
  if (error == std::errc() && end == last) return number <= kGreatestNumber ? number : 0;
  return number_in(language.numbers, word);
}

// The minutes in a unit of time, or 0.
double minutes_in(std::string_view word, const NumberWords& language) {
  return std::max(number_in(kCommonWords.times, word), number_in(language.times, word));
}

bool means_people(std::string_view word, const NumberWords& language) {
  return std::ranges::find(kCommonWords.people, word) != kCommonWords.people.end() ||
         std::ranges::find(language.people, word) != language.people.end();
}

}  // namespace

QueryNumbers numbers_in(std::string_view text, const NumberWords& language) {
  QueryNumbers numbers;
  double previous = 0;  // the number that the previous word stands for
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    if (previous >= 1 && means_people(token.folded, language)) {
      numbers.people = static_cast<int>(previous);
    }
    const double unit = minutes_in(token.folded, language);
    const double count = previous > 0 ? previous : unit == kQuarter ? 1 : 0;
    if (unit > 0 && count > 0) {
      numbers.minutes = std::max(1, static_cast<int>(count * unit));
    }
    previous = number_of(token.folded, language);
  }
  return numbers;
}

}  // namespace landkaart::inline v0
