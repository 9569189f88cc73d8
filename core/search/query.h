// SPDX-License-Identifier: EUPL-1.2
// Query, what a person typed, taken apart. No input is an error.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace landkaart {

struct Query {
  std::vector<std::string> words;     // folded, each once, in the order typed
  std::vector<std::string> excluded;  // after a minus sign
};

Query parse_query(std::string_view text);

}  // namespace landkaart
