// SPDX-License-Identifier: EUPL-1.2
// json_schemas() writes the table of front-matter keys as JSON Schemas.
#include <nlohmann/json.hpp>

#include "content-pack/compiler/front_matter_keys.h"
#include "landkaart/compiler.h"

namespace landkaart::inline v0 {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::string_view kDialect = "https://json-schema.org/draft/2020-12/schema";
constexpr std::string_view kIdPattern = "^[a-z0-9-]{1,128}$";

OrderedJson id_schema() { return {{"type", "string"}, {"pattern", kIdPattern}}; }
OrderedJson integer_schema(int least, int greatest) {
  return {{"type", "integer"}, {"minimum", least}, {"maximum", greatest}};
}
OrderedJson list_of(OrderedJson items) { return {{"type", "array"}, {"items", std::move(items)}}; }

OrderedJson closed_object(OrderedJson properties, OrderedJson required) {
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"required", std::move(required)},
          {"additionalProperties", false}};
}

// YAML reads an unquoted 2024 as a number, and the compiler accepts it as text. The schema
// therefore allows numbers too.
OrderedJson text_schema() { return {{"type", OrderedJson::array({"string", "number"})}}; }

OrderedJson value_schema(ValueType type) {
  switch (type) {
    case ValueType::id:
    case ValueType::id_of: return id_schema();
    case ValueType::text: return text_schema();
    case ValueType::text_list: return list_of(text_schema());
    case ValueType::integer: return integer_schema(0, 1'000'000);
    case ValueType::date: return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
    case ValueType::boolean: return {{"type", "boolean"}};
    case ValueType::range:
      return closed_object({{"min", integer_schema(1, 65535)}, {"max", integer_schema(1, 65535)}},
                           {"min", "max"});
    case ValueType::purpose: {
      OrderedJson names = OrderedJson::array();
      for (std::uint8_t i = 1; i <= kPurposes; ++i) names.push_back(name(static_cast<Purpose>(i)));
      return {{"enum", names}};
    }
    case ValueType::difficulty: return integer_schema(1, 3);
    case ValueType::id_list: {
      OrderedJson list = list_of(id_schema());
      list["uniqueItems"] = true;
      return list;
    }
    case ValueType::steps:
      return list_of(closed_object(
          {{"title", text_schema()}, {"minutes", integer_schema(0, 65535)}}, {"title"}));
    case ValueType::asset: return {{"type", "string"}, {"minLength", 1}};
  }
  return {};
}

// Adds the rule that a list or a text must not be empty. For required keys.
OrderedJson not_empty(OrderedJson schema) {
  const OrderedJson type = schema.value("type", OrderedJson());
  if (type == "array") schema["minItems"] = 1;
  if (type == text_schema()["type"]) schema["minLength"] = 1;
  return schema;
}

OrderedJson described(OrderedJson schema, std::string_view meaning) {
  schema["description"] = meaning;
  return schema;
}

OrderedJson open_schema(std::string title, OrderedJson properties, OrderedJson required) {
  return {{"$schema", kDialect},
          {"title", std::move(title)},
          {"type", "object"},
          {"properties", std::move(properties)},
          {"required", std::move(required)},
          {"patternProperties", {{"^x-", OrderedJson::object()}}},
          {"additionalProperties", false}};
}

OrderedJson kind_schema(Kind kind) {
  OrderedJson properties = OrderedJson::object();
  OrderedJson required = OrderedJson::array();
  for (const FrontMatterKey& key : front_matter_keys()) {
    if (!belongs_to(key, kind)) continue;
    OrderedJson schema = value_schema(key.type);
    if (key.required) schema = not_empty(std::move(schema));
    properties[key.name] = described(std::move(schema), key.meaning);
    if (key.required) required.push_back(key.name);
  }
  return open_schema("Front matter of the kind " + std::string(name(kind)), properties, required);
}

OrderedJson pack_schema() {
  OrderedJson properties = OrderedJson::object();
  OrderedJson required = OrderedJson::array();
  for (const PackKey& key : pack_text_keys()) {
    OrderedJson schema = key.name == "id" ? id_schema() : not_empty(text_schema());
    properties[key.name] = described(std::move(schema), key.meaning);
    if (key.required) required.push_back(key.name);
  }
  properties["release"] =
      described({{"type", "integer"}, {"minimum", 1}}, "Number of the release; rises each time");
  properties[kPositionsKey] =
      described({{"type", "boolean"}}, "false makes the pack smaller and phrase search slower");
  properties[kNotReadKey] = described(list_of(text_schema()),
                                      "Names of files and folders at the top that no build reads");
  properties["redirects"] = described({{"type", "object"}, {"additionalProperties", id_schema()}},
                                      "From old ids to current ids");
  return open_schema("pack.yaml", properties, required);
}

std::string printed(const OrderedJson& schema) { return schema.dump(2) + "\n"; }

}  // namespace

std::vector<std::pair<std::string, std::string>> json_schemas() {
  std::vector<std::pair<std::string, std::string>> schemas;
  schemas.emplace_back("pack.schema.json", printed(pack_schema()));
  for (std::uint8_t number = 1; number <= kKinds; ++number) {
    const auto kind = static_cast<Kind>(number);
    schemas.emplace_back(std::string(name(kind)) + ".schema.json", printed(kind_schema(kind)));
  }
  return schemas;
}

}  // namespace landkaart::inline v0
