// SPDX-License-Identifier: EUPL-1.2
// read_synonyms() reads and checks synonyms.yaml.
#pragma once

#include <string>

#include "content-pack/compiler/source_value.h"

namespace landkaart::inline v0 {

// Returns canonical JSON, [{"equal": […], "related": […], "term": "…"}], in the order of the file.
// Returns an empty string when there are no synonyms.
std::string read_synonyms(std::string_view yaml, MistakeList& mistakes);

}  // namespace landkaart::inline v0
