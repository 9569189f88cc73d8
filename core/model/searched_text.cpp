// SPDX-License-Identifier: EUPL-1.2
#include "core/model/searched_text.h"

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;

// Appends every string in `json`, however deeply nested, followed by a line break.
void append_json_text(std::string& out, const Json& json) {
  if (json.is_string()) out.append(json.get_ref<const std::string&>()).append("\n");
  if (!json.is_structured()) return;
  for (const auto& child : json) append_json_text(out, child);
}

}  // namespace

std::string searched_names(std::string_view title, const Json& document) {
  std::string names(title);
  const auto others = document.find("alternative-titles");
  if (others == document.end()) return names;
  names += '\n';
  append_json_text(names, *others);
  return names;
}

std::string searched_text(const Json& document, std::string plain_body) {
  for (const char* key :
       {"steps", "materials", "when", "when-not", "online", "another-way", "transcript"}) {
    const auto found = document.find(key);
    if (found != document.end()) append_json_text(plain_body, *found);
  }
  return plain_body;
}

}  // namespace landkaart::inline v0
