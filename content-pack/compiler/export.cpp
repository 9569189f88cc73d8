// SPDX-License-Identifier: EUPL-1.2
// export_pack: from a pack back to the folder that compiles to the same root.
#include <yaml-cpp/yaml.h>


#include "content-pack/compiler/front_matter_keys.h"
#include "content-pack/compiler/new_folder.h"
#include "content-pack/compiler/source_value.h"
#include "landkaart/compiler.h"

namespace landkaart {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// More items of one kind go into one file, one item a line.
constexpr std::size_t kMostFiles = 1000;

void emit_text(YAML::Emitter& out, const std::string& text) {
  const bool plain = !text.empty() && !looks_like_no_text(text) &&
                     text.find_first_of("\n\"\\") == std::string::npos;
  if (!plain) out << YAML::DoubleQuoted;
  out << text;
}

void emit(YAML::Emitter& out, const Json& json) {
  switch (json.type()) {
    case Json::value_t::string:
      return emit_text(out, json.get<std::string>());
    case Json::value_t::array:
      out << YAML::Flow << YAML::BeginSeq;
      for (const Json& child : json) emit(out, child);
      out << YAML::EndSeq;
      return;
    case Json::value_t::object:
      out << YAML::Flow << YAML::BeginMap;
      for (const auto& [key, child] : json.items()) {
        out << YAML::Key;
        emit_text(out, key);
        out << YAML::Value;
        emit(out, child);
      }
      out << YAML::EndMap;
      return;
    default:
      out << json.dump();
  }
}

void emit_member(YAML::Emitter& out, const std::string& key, const Json& value) {
  out << YAML::Key << key << YAML::Value;
  const bool long_list = value.is_array() && !value.empty() && value.front().is_object();
  if (!long_list) return emit(out, value);
  out << YAML::BeginSeq;  // a step on a line of its own
  for (const Json& child : value) emit(out, child);
  out << YAML::EndSeq;
}

// The keys that the pack gives back as front matter, in the order of the table, then x- keys.
std::vector<std::pair<std::string, Json>> front_matter(const Json& item, const Manifest& manifest) {
  std::vector<std::pair<std::string, Json>> members;
  for (const FrontMatterKey& key : front_matter_keys()) {
    const auto found = item.find(std::string(key.name));
    if (found == item.end()) continue;
    if (key.name == "language" && *found == Json(manifest.language)) continue;
    members.emplace_back(key.name, *found);
  }
  for (const auto& [key, value] : item.items()) {
    if (key.starts_with("x-")) members.emplace_back(key, value);
  }
  return members;
}

std::string markdown_file(const Item& item, const Manifest& manifest) {
  YAML::Emitter out;
  out << YAML::BeginMap;
  for (const auto& [key, value] : front_matter(Json::parse(item.json()), manifest)) {
    emit_member(out, key, value);
  }
  out << YAML::EndMap;
  return std::string("---\n") + out.c_str() + "\n---\n" + item.markdown();
}

std::string json_line(const Item& item, const Manifest& manifest) {
  Json line = Json::object();
  for (const auto& [key, value] : front_matter(Json::parse(item.json()), manifest)) {
    line[key] = value;
  }
  const std::string body = item.markdown();
  if (!body.empty()) line["body"] = body;
  return line.dump() + "\n";
}

void export_items(const Pack& pack, Kind kind, const fs::path& root) {
  const std::vector<Item> items = pack.items({.kind = kind});
  if (items.empty()) return;
  const fs::path folder = root / folder_of(kind);
  if (items.size() <= kMostFiles) {
    for (const Item& item : items) {
      write_new_file(folder / (item.id() + ".md"), markdown_file(item, pack.manifest()));
    }
    return;
  }
  std::string lines;
  for (const Item& item : items) lines += json_line(item, pack.manifest());
  write_new_file(folder / (std::string(folder_of(kind)) + ".jsonl"), lines);
}

std::string pack_yaml(const Pack& pack) {
  const Json manifest = Json::parse(pack.manifest().json);
  YAML::Emitter out;
  out << YAML::BeginMap;
  for (const PackKey& key : pack_text_keys()) {
    const auto found = manifest.find(std::string(key.name));
    if (found != manifest.end()) emit_member(out, std::string(key.name), *found);
  }
  emit_member(out, "release", manifest.value("release", 1));
  for (const auto& [key, value] : manifest.items()) {
    if (key.starts_with("x-")) emit_member(out, key, value);
  }
  const auto redirects = pack.redirects();
  if (!redirects.empty()) {
    out << YAML::Key << "redirects" << YAML::Value << YAML::BeginMap;
    for (const auto& [from, to] : redirects) {
      out << YAML::Key << from << YAML::Value;
      emit_text(out, to);
    }
    out << YAML::EndMap;
  }
  out << YAML::EndMap;
  return std::string(out.c_str()) + "\n";
}

std::string synonyms_yaml(const Json& groups) {
  YAML::Emitter out;
  out << YAML::BeginSeq;
  for (const Json& group : groups) {
    out << YAML::BeginMap;
    for (const char* key : {"term", "equal", "related"}) {
      if (group.contains(key) && !group[key].empty()) emit_member(out, key, group[key]);
    }
    out << YAML::EndMap;
  }
  out << YAML::EndSeq;
  return std::string(out.c_str()) + "\n";
}

// One feature a line, so that a change to the map can be read.
std::string map_geojson(const Json& map) {
  std::string out = "{\"type\": \"FeatureCollection\", \"features\": [\n";
  const Json& features = map["features"];
  for (std::size_t i = 0; i < features.size(); ++i) {
    out += features[i].dump() + (i + 1 < features.size() ? ",\n" : "\n");
  }
  return out + "]}\n";
}

}  // namespace

void export_pack(const Pack& pack, const fs::path& folder) {
  make_new_folder(folder);
  write_new_file(folder / "pack.yaml", pack_yaml(pack));
  for (std::uint8_t kind = 1; kind <= kKinds; ++kind) {
    export_items(pack, static_cast<Kind>(kind), folder);
  }
  const Json synonyms = Json::parse(pack.synonyms());
  if (!synonyms.empty()) write_new_file(folder / "synonyms.yaml", synonyms_yaml(synonyms));
  const Json map = Json::parse(pack.map().geojson());
  if (!map["features"].empty()) write_new_file(folder / "map.geojson", map_geojson(map));
  for (const Asset& asset : pack.assets()) {
    const std::string_view content(reinterpret_cast<const char*>(asset.content.data()),
                                   asset.content.size());
    write_new_file(folder / "assets" / checked_asset_path(asset.name), content);
  }
}

}  // namespace landkaart
