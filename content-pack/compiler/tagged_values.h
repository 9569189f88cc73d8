// SPDX-License-Identifier: EUPL-1.2
// Checks of the values that pack.yaml and front matter share: language tags, licences and, in
// pack.yaml only, versions.
#pragma once

#include <string>
#include <string_view>

#include "content-pack/compiler/mistakes.h"

namespace landkaart::inline v0 {

// Returns the tag in normal case, "nl-BE" for "NL-be". Adds a mistake for a text that is not a tag
// and for a language that does not exist, and returns the text unchanged. `key` is for messages.
std::string checked_language(std::string_view key, std::string_view text, const SourcePosition& at,
                             MistakeList& mistakes);

// Adds a mistake when the text is not a licence expression of SPDX.
void check_licence(std::string_view key, std::string_view text, const SourcePosition& at,
                   MistakeList& mistakes);

// Adds a mistake when the text is not a version of Semantic Versioning 2.0.0, such as 1.4.0.
void check_version(std::string_view text, const SourcePosition& at, MistakeList& mistakes);

}  // namespace landkaart::inline v0
