// SPDX-License-Identifier: EUPL-1.2
// How a title stands in the dictionary of titles: its folded words with a space between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace landkaart::inline v0 {

// Empty when the title has no words. At most 128 bytes, cut after a word.
std::string title_key(std::string_view title);

// For each line, without those that are empty.
std::vector<std::string> title_keys(std::string_view lines);

}  // namespace landkaart::inline v0
