// SPDX-License-Identifier: EUPL-1.2
// Parses JSON from a file that may be hostile.
#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

namespace landkaart::inline v0 {

// Returns a discarded value (is_discarded() is true) when the text is not JSON. Throws
// Error(limit_exceeded) when the text has more levels than limits::kJsonDepth or more values than
// limits::kJsonValues. The limit of levels lets callers walk over the value by recursion. With
// these limits, the value of a text of 4 MiB takes at most 64 MiB of memory.
nlohmann::json parse_untrusted_json(std::string_view text);

}  // namespace landkaart::inline v0
