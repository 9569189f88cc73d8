// SPDX-License-Identifier: EUPL-1.2
// The JSON document of an item. The pack stores the body and most of the front matter as JSON. The
// id, kind, title, summary, labels, numbers and links are stored elsewhere in the pack, and
// full_document adds them.
#pragma once

#include "core/base/json.h"
#include "core/pack/pack_state.h"
#include "core/text/markup.h"

namespace landkaart::inline v0 {

inline constexpr std::string_view kBodyKey = "html";

// The document as the pack stores it: at most 4 MiB of JSON with 524,288 values, which takes at
// most about 50 MB of memory. The value of each key of the specification has the type of the
// specification, and a key whose value is stored elsewhere, such as "themes", is absent. Throws
// Error: malformed, damaged, limit_exceeded.
JsonTree document_of(const PackState& pack, Ordinal item);

// The body of an item as a tree of markup; an empty tree when the item has no body. Throws
// Error: malformed when the stored HTML is outside the safe subset; limit_exceeded.
MarkupNode body_in(const nlohmann::json& document);
MarkupNode body_of(const PackState& pack, Ordinal item);

// The stored document with id, kind, title, summary, language, themes, tags, numbers and the links
// from the item: at most 64 themes, 256 tags and 16,384 links. Links in the text of the body are in
// the body only. Throws Error: malformed, damaged, limit_exceeded.
JsonTree full_document(const PackState& pack, Ordinal item);

}  // namespace landkaart::inline v0
