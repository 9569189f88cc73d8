// SPDX-License-Identifier: EUPL-1.2
// Language tags of BCP 47 (RFC 5646), such as nl, fy or nl-BE.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace landkaart::inline v0 {

// Returns the tag in the case of RFC 5646, "nl-BE" for "NL-be". Returns nothing for a text that is
// not a tag: a language of 2 or 3 letters, then subtags of 1 to 8 letters or digits after hyphens.
std::optional<std::string> normal_language_tag(std::string_view text);

// Whether ISO 639 has the language of a tag in normal case. A language that has a code of two
// letters must be written with that code.
bool is_known_language(std::string_view tag);

// For a language with a code of three letters, the code of two letters that must be used instead:
// "nl" for "nld". Empty when there is none.
std::string_view short_code_of(std::string_view tag);

}  // namespace landkaart::inline v0
