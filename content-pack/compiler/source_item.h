// SPDX-License-Identifier: EUPL-1.2
// SourceItem is one item of an authoring folder after reading. The entry point is read_item().
// resolve_references() checks its references later, when all items are known.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "content-pack/compiler/editorial/item_text.h"
#include "content-pack/compiler/markdown.h"
#include "content-pack/compiler/source_value.h"
#include "core/model/item_layout.h"
#include "core/text/names.h"

namespace landkaart::inline v0 {

// A reference to an item or an asset, with its position in the folder.
struct Reference {
  std::string target;  // an id, or a path below assets/
  SourcePosition at;
};

struct SourceLink {
  LinkType type{};
  Reference to;
};

// A link in a body to a heading of an item, which can be the item itself.
struct AnchorLink {
  Reference to;          // the id of the item
  std::string fragment;  // as written, without "#"
};

struct SourceItem {
  SourcePosition at;
  std::string id, title, summary, language;  // language is empty when not given
  int order = 0;
  bool is_draft = false;
  ItemRecord record;  // the kind and the numbers of the item
  std::vector<Reference> themes;
  std::vector<std::string> tags;
  std::vector<SourceLink> links;
  std::vector<Reference> assets;
  std::vector<std::string> anchors;  // of the headings of the body, sorted
  std::vector<AnchorLink> anchor_links;
  nlohmann::json document = nlohmann::json::object();  // the part that the pack stores as JSON
  std::string names;                    // title and alternative titles, for the search index
  std::string text;                     // all other searched text, as plain text
  std::unique_ptr<ItemText> editorial;  // for the editorial rules; only with ReadFor::linting
};

// Reads one item. `front_matter` is a map. `file_id` is the id of an item whose front matter has no
// id. `body_at` is the position of the body.
SourceItem read_item(const SourceValue& front_matter, std::string_view body, TextOrigin origin,
                     const SourcePosition& body_at, Kind kind, const std::string& file_id,
                     MistakeList& mistakes);

// Adds a mistake when `id` is not valid. `key` is the key that holds the id.
void check_id(std::string_view key, std::string_view id, const SourcePosition& at,
              MistakeList& mistakes);

}  // namespace landkaart::inline v0
