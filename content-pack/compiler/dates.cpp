// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>

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

// https://reproducible-builds.org/specs/source-date-epoch/
std::chrono::sys_seconds time_of_build() {
  const char* variable = std::getenv("SOURCE_DATE_EPOCH");
  const std::string_view text = variable == nullptr ? "" : variable;
  if (text.empty()) {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }
  constexpr std::uint64_t kEndOfYear9999 = 253'402'300'799;
  std::uint64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds > kEndOfYear9999) {
    throw Error(ErrorCode::invalid_argument,
                "the environment variable SOURCE_DATE_EPOCH is \"" + std::string(text) +
                    "\"; write a whole number of seconds since 1970-01-01, or remove the variable");
  }
  return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

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
  const year_month_day today = std::chrono::floor<std::chrono::days>(time_of_build());
  return with_digits(static_cast<unsigned>(static_cast<int>(today.year())), 4) + "-" +
         with_digits(static_cast<unsigned>(today.month()), 2) + "-" +
         with_digits(static_cast<unsigned>(today.day()), 2);
}

}  // namespace landkaart::inline v0
