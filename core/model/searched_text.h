// SPDX-License-Identifier: EUPL-1.2
// What of an item is searched as its text, beside title, summary and tags. The specification lists
// it, since a reader without positions looks for phrases in it.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace landkaart::inline v0 {

// Title and alternative titles, a line each.
std::string searched_names(std::string_view title, const nlohmann::json& document);

// `plain_body` is the plain text of the body of `document`.
std::string searched_text(const nlohmann::json& document, std::string plain_body);

}  // namespace landkaart::inline v0
