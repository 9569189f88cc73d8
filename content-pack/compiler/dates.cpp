// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace landkaart::inline v0 {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

std::string with_digits(unsigned number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

constexpr auto kMonths = std::to_array<Wording>({{"January", "januari"},
                                                 {"February", "februari"},
                                                 {"March", "maart"},
                                                 {"April", "april"},
                                                 {"May", "mei"},
                                                 {"June", "juni"},
                                                 {"July", "juli"},
                                                 {"August", "augustus"},
                                                 {"September", "september"},
                                                 {"October", "oktober"},
                                                 {"November", "november"},
                                                 {"December", "december"}});

}  // namespace

std::optional<DateProblem> date_problem(std::string_view key, std::string_view text) {
  int years = 0;
  unsigned months = 0;
  unsigned days = 0;
  const char* begin = text.data();
  const bool shaped = text.size() == 10 && text[0] != '-' && text[4] == '-' && text[7] == '-' &&
                      std::from_chars(begin, begin + 4, years).ptr == begin + 4 &&
                      std::from_chars(begin + 5, begin + 7, months).ptr == begin + 7 &&
                      std::from_chars(begin + 8, begin + 10, days).ptr == begin + 10;
  if (!shaped) return DateProblem{Message::not_a_date, {key, text}};
  if (months < 1 || months > kMonths.size()) {
    return DateProblem{Message::no_such_month, {key, std::to_string(months)}};
  }
  if (year_month_day{year(years), month(months), day(days)}.ok()) return std::nullopt;
  return DateProblem{Message::no_such_day,
                     {key, kMonths[months - 1], text.substr(0, 4), std::to_string(days)}};
}

std::string date_of_today() {
  const year_month_day today =
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return with_digits(static_cast<unsigned>(static_cast<int>(today.year())), 4) + "-" +
         with_digits(static_cast<unsigned>(today.month()), 2) + "-" +
         with_digits(static_cast<unsigned>(today.day()), 2);
}

}  // namespace landkaart::inline v0
