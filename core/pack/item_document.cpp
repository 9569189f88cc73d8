// SPDX-License-Identifier: EUPL-1.2
#include "core/pack/item_document.h"

#include "core/base/json.h"
#include "core/base/malformed.h"

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;

bool is_step(const Json& step) {
  return step.is_object() && step.contains("title") && step["title"].is_string() &&
         (!step.contains("minutes") || step["minutes"].is_number_integer());
}

// Checks only the keys that the library reads itself. Other keys pass to the caller unchecked.
bool is_well_formed(const Json& document) {
  if (!document.is_object()) return false;
  const auto body = document.find(kBodyKey);
  if (body != document.end() && !body->is_string()) return false;
  const auto steps = document.find("steps");
  return steps == document.end() ||
         (steps->is_array() && std::all_of(steps->begin(), steps->end(), is_step));
}

void add_range(Json& json, const char* key, const Range& range) {
  if (range == Range{}) return;
  json[key]["min"] = range.min;
  json[key]["max"] = range.max;
}

void add_links(Json& json, const PackState& pack, Ordinal item) {
  for (const LinkRecord& link : pack.links.from(item)) {
    const std::string key(name(link.type));
    if (link.type == LinkType::mentions) continue;  // these links are in the body already
    if (link.type == LinkType::translation_of) {
      json[key] = pack.table.id(link.to);
    } else {
      json[key].push_back(pack.table.id(link.to));
    }
  }
}

}  // namespace

JsonTree document_of(const PackState& pack, Ordinal item) {
  JsonTree document = parse_untrusted_json(pack.document(item));
  if (!is_well_formed(document)) {
    malformed("the document of '" + pack.table.id(item) +
              "' is not a JSON object with the types of the specification");
  }
  return document;
}

MarkupNode body_in(const Json& document) {
  const auto body = document.find(kBodyKey);
  return parse_html(body == document.end() ? std::string() : body->get<std::string>());
}

MarkupNode body_of(const PackState& pack, Ordinal item) { return body_in(document_of(pack, item)); }

JsonTree full_document(const PackState& pack, Ordinal item) {
  JsonTree json = document_of(pack, item);
  const ItemRecord record = pack.table.record(item);
  const LabelSet labels = pack.table.labels(item);
  json["id"] = pack.table.id(item);
  json["kind"] = name(record.kind);
  json["title"] = pack.table.title(item);
  if (!pack.table.summary(item).empty()) json["summary"] = pack.table.summary(item);
  json["language"] = labels.language;
  for (const Ordinal theme : labels.themes) json["themes"].push_back(pack.table.id(theme));
  for (const std::string_view tag : labels.tags) json["tags"].push_back(tag);
  if (record.purpose != 0) json["purpose"] = name(static_cast<Purpose>(record.purpose));
  if (record.difficulty != 0) json["difficulty"] = record.difficulty;
  add_range(json, "group-size", record.group_size);
  add_range(json, "minutes", record.minutes);
  add_links(json, pack, item);
  return json;
}

}  // namespace landkaart::inline v0
