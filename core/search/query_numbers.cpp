// SPDX-License-Identifier: EUPL-1.2
#include "core/search/query_numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "core/text/tokenizer.h"

namespace landkaart::inline v0 {
namespace {

struct NumberWord {
  std::string_view word;
  double number;
};

constexpr std::array kNumbers = std::to_array<NumberWord>(
    {{"een", 1},      {"twee", 2},     {"drie", 3},        {"vier", 4},        {"vijf", 5},
     {"zes", 6},      {"zeven", 7},    {"acht", 8},        {"negen", 9},       {"tien", 10},
     {"elf", 11},     {"twaalf", 12},  {"vijftien", 15},   {"twintig", 20},    {"dertig", 30},
     {"veertig", 40}, {"vijftig", 50}, {"zestig", 60},     {"negentig", 90},   {"honderd", 100},
     {"half", 0.5},   {"halve", 0.5},  {"anderhalf", 1.5}, {"anderhalve", 1.5}});

constexpr std::array kPeople = std::to_array<std::string_view>(
    {"personen", "persoon", "mensen", "deelnemers", "collegas", "man", "people", "bewoners",
     "inwoners", "ambtenaren", "raadsleden"});

// How many minutes the unit has.
constexpr std::array kTimes = std::to_array<NumberWord>({{"minuten", 1},
                                                         {"minuut", 1},
                                                         {"min", 1},
                                                         {"minutes", 1},
                                                         {"kwartier", 15},
                                                         {"kwartiertje", 15},
                                                         {"uur", 60},
                                                         {"uurtje", 60},
                                                         {"dagdeel", 240}});

constexpr double kMostNumber = 10'000;

template <std::size_t count>
double number_in(const std::array<NumberWord, count>& table, std::string_view word) {
  const auto found = std::ranges::find(table, word, &NumberWord::word);
  return found == table.end() ? 0 : found->number;
}

// 0 when the word is no number.
double number_of(std::string_view word) {
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  const bool whole = error == std::errc() && end == word.data() + word.size();
  if (whole) return number <= kMostNumber ? number : 0;
  return number_in(kNumbers, word);
}

}  // namespace

QueryNumbers numbers_in(std::string_view text) {
  QueryNumbers numbers;
  double before = 0;  // the number that the word before is
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    const bool people = std::ranges::find(kPeople, token.folded) != kPeople.end();
    const double minutes = number_in(kTimes, token.folded);
    if (people && before >= 1) numbers.people = static_cast<int>(before);
    // A quarter is a time without a number too; an hour is not ("hoe laat is het uur").
    const double times = before > 0 ? before : minutes == 15 ? 1 : 0;
    if (minutes > 0 && times > 0) {
      numbers.minutes = std::max(1, static_cast<int>(times * minutes));
    }
    before = number_of(token.folded);
  }
  return numbers;
}

}  // namespace landkaart::inline v0
