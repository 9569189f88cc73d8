// SPDX-License-Identifier: EUPL-1.2
// Parses JSON from a file that may be hostile.
#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

namespace landkaart::inline v0 {

// Returns a discarded value (is_discarded() is true) when the text is not JSON or has more than 100
// levels of arrays and objects. The limit lets callers walk over the value by recursion.
nlohmann::json parse_untrusted_json(std::string_view text);

}  // namespace landkaart::inline v0
