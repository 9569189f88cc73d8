// SPDX-License-Identifier: EUPL-1.2
// export_pack() writes a pack as a folder that compiles to a pack with the same root hash.
#include <algorithm>
#include <ostream>
#include <utility>

#include "content-pack/compiler/front_matter_keys.h"
#include "content-pack/compiler/new_folder.h"
#include "content-pack/compiler/source_item.h"
#include "core/base/json.h"
#include "core/base/malformed.h"
#include "landkaart/compiler.h"
#include "landkaart/verify.h"

namespace landkaart::inline v0 {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// A kind with more items than this is written as one JSONL file, with one item on each line.
constexpr std::size_t kMostFiles = 1000;

// Whether YAML reads a text without quotes as the same text. `in_brackets` tells whether the text
// is written inside [ ] or { }.
bool is_plain(std::string_view text, bool in_brackets) {
  const auto is_control = [](char letter) {
    return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f;
  };
  const auto may_begin = [](char letter) {
    return (static_cast<unsigned char>(letter) & 0x80) != 0 || (letter >= '0' && letter <= '9') ||
           ((letter | 0x20) >= 'a' && (letter | 0x20) <= 'z');
  };
  const std::string_view marks = in_brackets ? "\"\\[]{},:?" : "\"\\";
  return !text.empty() && may_begin(text.front()) && !text.ends_with(' ') && !text.ends_with(':') &&
         text.find_first_of(marks) == std::string_view::npos &&
         text.find(": ") == std::string_view::npos && text.find(" #") == std::string_view::npos &&
         std::ranges::none_of(text, is_control) && !is_number_bool_or_null(text);
}

// A text as a YAML scalar. A quoted scalar is written as a JSON string, which YAML reads too. The
// emitter of yaml-cpp is not used, because it changes some letters.
std::string yaml_text(const std::string& text, bool in_brackets) {
  return is_plain(text, in_brackets) ? text : Json(text).dump();
}

// A key with its colon. YAML requires "? " before a key that is longer than 1024 characters; keys
// of more than kLongest bytes are written that way.
std::string yaml_key(const std::string& key, bool in_brackets) {
  constexpr std::size_t kLongest = 500;
  const std::string text = yaml_text(key, in_brackets);
  if (text.size() <= kLongest) return text + ": ";
  return "? " + text + (in_brackets ? " : " : "\n: ");
}

// A value on one line.
std::string yaml(const Json& json, bool in_brackets = false) {
  if (json.is_string()) return yaml_text(json.get<std::string>(), in_brackets);
  if (!json.is_structured()) return json.dump();
  std::string out;
  for (const auto& [key, child] : json.items()) {
    out += out.empty() ? "" : ", ";
    if (json.is_object()) out += yaml_key(key, true);
    out += yaml(child, true);
  }
  return json.is_array() ? "[" + out + "]" : "{" + out + "}";
}

// A key with its value on one line. In a list of maps, such as steps, each map has its own line.
std::string yaml_member(const std::string& key, const Json& value) {
  const bool long_list = value.is_array() && !value.empty() && value.front().is_object();
  if (!long_list) return yaml_key(key, false) + yaml(value) + "\n";
  std::string out = yaml_key(key, false);
  out.back() = '\n';
  for (const Json& child : value) out += "  - " + yaml(child, false) + "\n";
  return out;
}

// The front matter of an item: its keys in the order of front_matter_keys(), then its x- keys.
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
  std::string out = "---\n";
  for (const auto& [key, value] : front_matter(Json::parse(item.json()), manifest)) {
    out += yaml_member(key, value);
  }
  return out + "---\n" + item.markdown();
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

// "wv-troika.md". Windows cannot store "con.md", so an id such as "con" gives "con_.md"; no id has
// an underscore, so two items never share a name. The front matter holds the id.
std::string file_name(std::string_view id) {
  return std::string(id) + (is_device_of_windows(id) ? "_.md" : ".md");
}

void export_items(const Pack& pack, Kind kind, const NewFolder& exported) {
  const std::vector<Item> items = pack.items({.kinds = {kind}});
  if (items.empty()) return;
  const fs::path folder(folder_of(kind));
  if (items.size() <= kMostFiles) {
    for (const Item& item : items) {
      exported.write(folder / file_name(item.id()), markdown_file(item, pack.manifest()));
    }
    return;
  }
  exported.write(folder / (std::string(folder_of(kind)) + ".jsonl"), [&](std::ostream& lines) {
    for (const Item& item : items) lines << json_line(item, pack.manifest());
  });
}

std::string pack_yaml(const Pack& pack) {
  const Json manifest = Json::parse(pack.manifest().json);
  std::string out;
  for (const PackKey& key : pack_text_keys()) {
    const auto found = manifest.find(std::string(key.name));
    if (found != manifest.end()) out += yaml_member(std::string(key.name), *found);
  }
  out += yaml_member("release", pack.manifest().release);
  const auto positions = manifest.find(kPositionsKey);
  if (positions != manifest.end() && *positions == false) out += yaml_member(kPositionsKey, false);
  for (const auto& [key, value] : manifest.items()) {
    if (key.starts_with("x-")) out += yaml_member(key, value);
  }
  const auto redirects = pack.redirects();
  if (!redirects.empty()) out += "redirects:\n";
  for (const auto& [from, to] : redirects) out += "  " + yaml_member(from, to);
  return out;
}

std::string synonyms_yaml(const Json& groups) {
  std::string out;
  for (const Json& group : groups) {
    std::string_view indent = "- ";
    for (const char* key : {"term", "equal", "related"}) {
      if (!group.contains(key) || group[key].empty()) continue;
      out += std::exchange(indent, "  ");
      out += yaml_member(key, group[key]);
    }
  }
  return out;
}

// GeoJSON with one feature on each line, so that differences between two versions are readable.
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
  NewFolder exported(folder);
  verify(pack);  // items that share a document would make files much longer than the pack
  exported.write("pack.yaml", pack_yaml(pack));
  for (std::uint8_t kind = 1; kind <= kKinds; ++kind) {
    export_items(pack, static_cast<Kind>(kind), exported);
  }
  const JsonTree synonyms = parse_untrusted_json(pack.synonyms());
  if (!synonyms.is_array()) malformed("its synonyms are not a JSON array");
  if (!synonyms.empty()) exported.write("synonyms.yaml", synonyms_yaml(synonyms));
  const Json map = Json::parse(pack.map().geojson());
  if (!map["features"].empty()) exported.write("map.geojson", map_geojson(map));
  for (const Asset& asset : pack.assets()) {
    const std::string_view content(reinterpret_cast<const char*>(asset.content.data()),
                                   asset.content.size());
    exported.write(fs::path(kAssetFolder) / asset.name, content);
  }
  exported.finish();
}

}  // namespace landkaart::inline v0
