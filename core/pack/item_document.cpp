// SPDX-License-Identifier: EUPL-1.2
#include "core/pack/item_document.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/json.h"
#include "core/base/malformed.h"
#include "core/text/names.h"

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;

// The types of values in a stored document.
enum class DocumentType { text, texts, count, steps, asset, elsewhere };

struct DocumentKey {
  std::string_view name;
  DocumentType type;
};

// The type of a key of the specification. `elsewhere` marks a key whose value is stored outside the
// document, so that a document must not have it. Other keys pass to the caller unchecked.
std::optional<DocumentType> type_of_key(std::string_view key) {
  using enum DocumentType;
  static constexpr auto kKeys = std::to_array<DocumentKey>({
      {kBodyKey, text},
      {"order", count},
      {"alternative-titles", texts},
      {"sources", texts},
      {"licence", text},
      {"valid-from", text},
      {"review-by", text},
      {"materials", texts},
      {"steps", steps},
      {"when", text},
      {"when-not", text},
      {"online", text},
      {"accessibility", text},
      {"origin", text},
      {"licence-note", text},
      {"another-way", text},
      {"file", asset},
      {"captions", asset},
      {"poster", asset},
      {"transcript", text},
      {"duration", count},
      {"id", elsewhere},
      {"kind", elsewhere},
      {"title", elsewhere},
      {"summary", elsewhere},
      {"language", elsewhere},
      {"themes", elsewhere},
      {"tags", elsewhere},
      {"purpose", elsewhere},
      {"difficulty", elsewhere},
      {"group-size", elsewhere},
      {"minutes", elsewhere},
  });
  const auto known = std::ranges::find(kKeys, key, &DocumentKey::name);
  if (known != kKeys.end()) return known->type;
  if (link_type_from_name(key)) return elsewhere;
  return std::nullopt;
}

bool is_count(const Json& value) {
  constexpr std::uint64_t kGreatest = 1'000'000;
  return value.is_number_unsigned() && value.get<std::uint64_t>() <= kGreatest;
}

bool is_step(const Json& step) {
  if (!step.is_object()) return false;
  const auto title = step.find("title");
  const auto minutes = step.find("minutes");
  return title != step.end() && title->is_string() && (minutes == step.end() || is_count(*minutes));
}

bool has_type(const Json& value, DocumentType type) {
  using enum DocumentType;
  switch (type) {
    case text: return value.is_string();
    case texts: return value.is_array() && std::ranges::all_of(value, &Json::is_string);
    case count: return is_count(value);
    case steps: return value.is_array() && std::ranges::all_of(value, is_step);
    case asset:
      return value.is_string() && is_valid_asset_name(value.get_ref<const std::string&>());
    case elsewhere: return false;
  }
  return false;
}

// The key whose value breaks the specification; empty when there is none.
std::string wrong_key(const Json& document) {
  for (const auto& [key, value] : document.items()) {
    const auto type = type_of_key(key);
    if (type && !has_type(value, *type)) return key;
  }
  return {};
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
  if (!document.is_object()) {
    malformed("the document of '" + pack.table.id(item) + "' is not a JSON object");
  }
  if (const std::string key = wrong_key(document); !key.empty()) {
    malformed("the document of '" + pack.table.id(item) + "' has a value of \"" + key +
              "\" that the specification does not allow");
  }
  return document;
}

MarkupNode body_in(const Json& document) {
  const auto body = document.find(kBodyKey);
  return body == document.end() ? MarkupNode() : parse_html(body->get_ref<const std::string&>());
}

MarkupNode body_of(const PackState& pack, Ordinal item) { return body_in(document_of(pack, item)); }

JsonTree full_document(const PackState& pack, Ordinal item) {
  JsonTree json = document_of(pack, item);
  const ItemRecord record = pack.table.record(item);
  json["id"] = pack.table.id(item);
  json["kind"] = name(record.kind);
  json["title"] = pack.table.title(item);
  if (!pack.table.summary(item).empty()) json["summary"] = pack.table.summary(item);
  json["language"] = pack.table.language(item);
  for (const Ordinal theme : pack.table.themes(item)) append(json, "themes", pack.table.id(theme));
  for (const std::string_view tag : pack.table.tags(item)) append(json, "tags", tag);
  if (record.purpose != 0) json["purpose"] = name(static_cast<Purpose>(record.purpose));
  if (record.difficulty != 0) json["difficulty"] = record.difficulty;
  add_range(json, "group-size", record.group_size);
  add_range(json, "minutes", record.minutes);
  add_links(json, pack, item);
  return json;
}

}  // namespace landkaart::inline v0
