// SPDX-License-Identifier: EUPL-1.2
// searched_names and searched_text return the parts of an item that the search index covers, beside
// its summary and tags. Builder and reader share these functions, because a pack may be built
// without word positions: a reader of such a pack looks for phrases in these texts.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace landkaart::inline v0 {

// The title and each alternative title of `document`, each on a line of its own.
std::string searched_names(std::string_view title, const nlohmann::json& document);

// `plain_body`, which is the plain text of the body of `document`, followed by the texts of its
// steps, materials, transcript and the like, each on a line of its own.
std::string searched_text(const nlohmann::json& document, std::string plain_body);

}  // namespace landkaart::inline v0
