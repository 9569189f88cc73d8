// SPDX-License-Identifier: EUPL-1.2
// with_composed_letters, which gives names of files one spelling.
#pragma once

#include <string>
#include <string_view>

namespace landkaart::inline v0 {

// `text` with each letter and accent in one code point, where Unicode has one: "e" and U+0301
// become U+00E9. macOS and zip files spell the name of a file "é" in two code points, and people
// type it in one, so names of assets and references to them are composed before they are compared.
// For names in the Latin, Greek and Cyrillic scripts with one accent, or several in the usual
// order, the result is Unicode's form NFC. `text` must be UTF-8.
std::string with_composed_letters(std::string_view text);

}  // namespace landkaart::inline v0
