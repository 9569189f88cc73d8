// SPDX-License-Identifier: EUPL-1.2
// SourceItem, one item of an authoring folder, read and checked on its own. What it refers to is
// checked when all items are known.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "content-pack/compiler/editorial/item_text.h"
#include "content-pack/compiler/markdown.h"
#include "content-pack/compiler/source_value.h"
#include "core/model/item_layout.h"

namespace landkaart::inline v0 {

// A name that must lead somewhere, and where it was written.
struct Reference {
  std::string target;
  SourcePosition at;
};

struct SourceLink {
  LinkType type{};
  Reference to;
};

struct SourceItem {
  SourcePosition at;
  std::string id, title, summary, language;  // language is empty when not given
  int order = 0;
  ItemRecord record;  // kind and numbers
  std::vector<Reference> themes;
  std::vector<std::string> tags;
  std::vector<SourceLink> links;
  std::vector<Reference> assets;
  nlohmann::json document = nlohmann::json::object();  // what is stored as JSON, with the body
  std::string names;                    // title and alternative titles, for the search index
  std::string text;                     // everything else that is searched, as plain text
  std::unique_ptr<ItemText> editorial;  // when it is read to be linted
};

// `front_matter` is a map; `file_id` stands in for an id that is not given.
SourceItem read_item(const SourceValue& front_matter, std::string_view body, TextOrigin origin,
                     const SourcePosition& body_at, Kind kind, const std::string& file_id,
                     MistakeList& mistakes);

// [a-z0-9-]+, within the limit.
bool is_valid_id(std::string_view id);

}  // namespace landkaart::inline v0
