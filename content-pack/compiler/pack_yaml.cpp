// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/pack_yaml.h"

#include <algorithm>
#include <charconv>

#include "content-pack/compiler/front_matter_keys.h"
#include "content-pack/compiler/tagged_values.h"
#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

const std::string kPackYaml = "pack.yaml";

SourcePosition in_pack_yaml(const SourceValue& value) {
  return {kPackYaml, value.line, value.column};
}

void read_release(const SourceValue& value, SourceFolder& source, MistakeList& mistakes) {
  std::uint64_t release = 0;
  const std::string& text = value.scalar;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), release);
  if (error != std::errc() || end != text.data() + text.size() || release == 0) {
    mistakes.add(in_pack_yaml(value), Message::not_a_release, {text});
    return;
  }
  source.manifest["release"] = release;
}

void read_positions(const SourceValue& value, SourceFolder& source, MistakeList& mistakes) {
  if (value.scalar != "true" && value.scalar != "false") {
    mistakes.add(in_pack_yaml(value), Message::not_true_or_false, {kPositionsKey, value.scalar});
    return;
  }
  if (value.scalar == "false") source.manifest[kPositionsKey] = false;
}

// The names of files and folders at the top of the folder that no build reads.
void read_not_read(const SourceValue& value, SourceFolder& source, MistakeList& mistakes) {
  if (value.type != SourceValue::Type::list) {
    return mistakes.add(in_pack_yaml(value), Message::must_be_list, {kNotReadKey});
  }
  for (const SourceValue& name : value.list) source.not_read.push_back(name.scalar);
}

void read_redirects(const SourceValue& value, SourceFolder& source, MistakeList& mistakes) {
  if (value.type != SourceValue::Type::map) {
    mistakes.add(in_pack_yaml(value), Message::not_redirects);
    return;
  }
  for (const auto& [from, to] : value.map) {
    check_id("redirects", from.scalar, in_pack_yaml(from), mistakes);
    source.redirects.push_back({from.scalar, {to.scalar, in_pack_yaml(to)}});
  }
}

std::string checked_text(std::string_view key, const SourceValue& value, MistakeList& mistakes) {
  const SourcePosition at = in_pack_yaml(value);
  if (has_control_character(value.scalar)) {
    mistakes.add(at, Message::control_character_in_value, {key});
  }
  if (key == "language") return checked_language(key, value.scalar, at, mistakes);
  if (key == "licence") check_licence(key, value.scalar, at, mistakes);
  if (key == "version") check_version(value.scalar, at, mistakes);
  return value.scalar;
}

void read_member(const SourceValue& key, const SourceValue& value, SourceFolder& source,
                 MistakeList& mistakes) {
  if (key.scalar == "release") return read_release(value, source, mistakes);
  if (key.scalar == kPositionsKey) return read_positions(value, source, mistakes);
  if (key.scalar == kNotReadKey) return read_not_read(value, source, mistakes);
  if (key.scalar == "redirects") return read_redirects(value, source, mistakes);
  if (key.scalar.starts_with("x-")) {
    source.manifest[key.scalar] = to_json(value);
    return;
  }
  const auto keys = pack_text_keys();
  const auto known = std::ranges::find(keys, key.scalar, &PackKey::name);
  if (known == keys.end()) {
    std::vector<std::string_view> names{"release", kPositionsKey, "redirects", kNotReadKey};
    for (const PackKey& candidate : keys) names.push_back(candidate.name);
    mistakes.add(in_pack_yaml(key), Message::unknown_pack_key, {key.scalar},
                 nearest_word(key.scalar, names));
    return;
  }
  if (value.type != SourceValue::Type::scalar) {
    return mistakes.add(in_pack_yaml(value), Message::must_be_text, {key.scalar});
  }
  if (value.scalar.empty()) {
    return mistakes.add(in_pack_yaml(value), Message::empty_value, {key.scalar, known->example});
  }
  source.manifest[key.scalar] = checked_text(key.scalar, value, mistakes);
}

}  // namespace

void read_pack_yaml(std::string_view yaml, SourceFolder& source, MistakeList& mistakes) {
  source.manifest = nlohmann::json::object();
  source.manifest["release"] = 1;
  const std::optional<SourceValue> value = parse_yaml(yaml, kPackYaml, 1, mistakes);
  if (!value) return;
  for (const auto& [key, member] : value->map) read_member(key, member, source, mistakes);
  for (const PackKey& key : pack_text_keys()) {
    if (key.required && value->find(key.name) == nullptr) {
      mistakes.add({kPackYaml, 1, 1}, Message::missing_key, {key.name, key.example});
    }
  }
  const auto id = source.manifest.find("id");
  if (id != source.manifest.end()) {
    check_id("id", id->get<std::string>(), in_pack_yaml(*value->find("id")), mistakes);
  }
}

}  // namespace landkaart::inline v0
