// SPDX-License-Identifier: EUPL-1.2
// Parsing JSON from a file that may be hostile.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

namespace landkaart::inline v0 {

// A discarded value when the text is not JSON, or is nested more than 100 deep: whoever walks over the
// value may use recursion.
nlohmann::json parse_untrusted_json(std::string_view text);

}  // namespace landkaart::inline v0
