// SPDX-License-Identifier: EUPL-1.2
// The JSON document of an item: what is stored of it, and that together with what its record says.
#pragma once

#include <nlohmann/json.hpp>

#include "core/pack/pack_state.h"
#include "core/text/markup.h"

namespace landkaart::inline v0 {

inline constexpr std::string_view kBodyKey = "html";

// As stored. Throws Error: malformed, damaged.
nlohmann::json document_of(const PackState& pack, Ordinal item);

MarkupNode body_in(const nlohmann::json& document);
MarkupNode body_of(const PackState& pack, Ordinal item);

// Id, kind, title, summary, language, themes, tags, numbers, links, and everything that is stored.
nlohmann::json full_document(const PackState& pack, Ordinal item);

}  // namespace landkaart::inline v0
