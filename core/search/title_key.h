// SPDX-License-Identifier: EUPL-1.2
// The keys of the dictionary of titles. The key of a title is its folded words, separated by
// spaces: "raad college" for "Raad & college".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace landkaart::inline v0 {

inline constexpr std::size_t kMostTitleKeyBytes = 128;

// At most kMostTitleKeyBytes: further words of a longer title are left out. Empty when the title
// has no words.
std::string title_key(std::string_view title);

// The keys of the titles in `lines`, one title a line. A title without words has no key.
std::vector<std::string> title_keys(std::string_view lines);

}  // namespace landkaart::inline v0
