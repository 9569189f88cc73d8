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

// The value of a key; an empty value of the type when `json` lacks the key. nlohmann::json makes a
// null into an array or object by itself too, but is broken afterwards when memory runs out.
Json& member(Json& json, std::string_view key, Json::value_t type) {
  Json& value = json[std::string(key)];
  if (value.is_null()) value = Json(type);
  return value;
}

void append(Json& json, std::string_view key, std::string_view text) {
  member(json, key, Json::value_t::array).push_back(text);
}

void add_range(Json& json, const char* key, const Range& range) {
  if (range == Range{}) return;
  Json& value = member(json, key, Json::value_t::object);
  value["min"] = range.min;
  value["max"] = range.max;
}

void add_links(Json& json, const PackState& pack, Ordinal item) {
  for (const LinkRecord& link : pack.links.from(item)) {
    const std::string key(name(link.type));
    if (link.type == LinkType::mentions) continue;  // these links are in the body already
    if (link.type == LinkType::translation_of) {
      json[key] = pack.table.id(link.to);
    } else {
      append(json, key, pack.table.id(link.to));
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
  for (const Ordinal theme : labels.themes) append(json, "themes", pack.table.id(theme));
  for (const std::string_view tag : labels.tags) append(json, "tags", tag);
  if (record.purpose != 0) json["purpose"] = name(static_cast<Purpose>(record.purpose));
  if (record.difficulty != 0) json["difficulty"] = record.difficulty;
  add_range(json, "group-size", record.group_size);
  add_range(json, "minutes", record.minutes);
  add_links(json, pack, item);
  return json;
}

}  // namespace landkaart::inline v0
