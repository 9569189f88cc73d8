// SPDX-License-Identifier: EUPL-1.2
#include "core/pack/manifest.h"

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/base/malformed.h"
#include "core/text/names.h"
#include "core/text/utf8.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;

std::string hexadecimal(const Hash& hash) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits;
  for (const std::uint8_t byte : hash) {
    digits += kDigits[byte >> 4];
    digits += kDigits[byte & 15];
  }
  return digits;
}

// The text of a key; empty when the key is absent.
std::string text_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end()) return {};
  if (!found->is_string()) malformed(std::string("\"") + key + "\" in its manifest is not a text");
  return std::string(checked_label(found->get_ref<const std::string&>()));
}

}  // namespace

Manifest read_manifest(const Container& container) {
  const Section section = container.require(SectionId::manifest);
  if (section.size() > limits::kManifestBytes) {
    throw Error(ErrorCode::limit_exceeded, "the manifest is larger than 64 KiB");
  }
  Manifest manifest;
  manifest.json = as_text(section.all());
  const JsonTree json = parse_untrusted_json(manifest.json);
  if (!json.is_object()) {
    malformed("its manifest is not a JSON object");
  }
  manifest.id = checked_id(text_of(json, "id"));
  manifest.title = text_of(json, "title");
  manifest.version = text_of(json, "version");
  manifest.language = text_of(json, "language");
  manifest.publisher = text_of(json, "publisher");
  manifest.licence = text_of(json, "licence");
  manifest.description = text_of(json, "description");
  manifest.channel = text_of(json, "channel");
  manifest.homepage = text_of(json, "homepage");
  const auto release = json.find("release");
  if (release != json.end() && release->is_number_unsigned()) manifest.release = *release;
  manifest.format_version = container.header().version;
  manifest.root = hexadecimal(container.header().root);
  return manifest;
}

}  // namespace landkaart::inline v0
