// SPDX-License-Identifier: EUPL-1.2
// Dates as people write them in front matter: YYYY-MM-DD, which compare as text.
#pragma once

#include <string>
#include <string_view>

namespace landkaart::inline v0 {

// Whether there is such a day.
bool is_date(std::string_view text);

// The day that the system's clock says it is, in UTC.
std::string date_of_today();

}  // namespace landkaart::inline v0
