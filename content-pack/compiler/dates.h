// SPDX-License-Identifier: EUPL-1.2
// Dates in front matter: YYYY-MM-DD. Comparing two such texts compares the dates.
#pragma once

#include <string>
#include <string_view>

namespace landkaart::inline v0 {

// Returns an empty string for a date that exists, and a description of the error for other texts:
// "February 2026 has no day 30".
std::string date_problem(std::string_view text);

// The remedy for a text that is not a date.
inline constexpr const char* kDateRemedy = "write a date as YYYY-MM-DD, such as 2026-11-23";

// The current date in UTC.
std::string date_of_today();

}  // namespace landkaart::inline v0
