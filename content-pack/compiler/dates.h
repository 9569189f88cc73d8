// SPDX-License-Identifier: EUPL-1.2
// Dates in front matter: YYYY-MM-DD. Comparing two such texts compares the dates.
#pragma once

#include <string>
#include <string_view>

namespace landkaart::inline v0 {

// Whether there is such a day.
bool is_date(std::string_view text);

// The current date in UTC.
std::string date_of_today();

}  // namespace landkaart::inline v0
