// SPDX-License-Identifier: EUPL-1.2
// Dates in front matter: YYYY-MM-DD. Comparing two such texts compares the dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content-pack/compiler/messages/messages.h"

namespace landkaart::inline v0 {

struct DateProblem {
  Message message;
  Arguments arguments;
};

// Returns nothing for a date that exists. `key` is the name of the value in the message:
// "valid-from: February 2026 has no day 30".
std::optional<DateProblem> date_problem(std::string_view key, std::string_view text);

// The date of the environment variable SOURCE_DATE_EPOCH, which counts seconds since 1970-01-01;
// the current date in UTC when the variable is not set or empty. Throws Error(invalid_argument)
// when the variable is not a number, or after the year 9999.
std::string date_of_today();

}  // namespace landkaart::inline v0
