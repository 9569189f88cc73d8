// SPDX-License-Identifier: EUPL-1.2
// Reads synonyms.yaml.
#pragma once

#include <string>

#include "content-pack/compiler/source_value.h"

namespace landkaart::inline v0 {

// Canonical JSON: [{"equal": […], "related": […], "term": "…"}], in the order of the file.
std::string read_synonyms(std::string_view yaml, MistakeList& mistakes);

}  // namespace landkaart::inline v0
