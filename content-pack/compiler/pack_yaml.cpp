// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/pack_yaml.h"

#include <algorithm>
#include <charconv>

#include "content-pack/compiler/front_matter_keys.h"

namespace landkaart::inline v0 {
namespace {

const std::string kPackYaml = "pack.yaml";

SourcePosition in_pack_yaml(const SourceValue& value) {
  return {kPackYaml, value.line, value.column};
}

void read_release(const SourceValue& value, SourceFolder& source, MistakeList& mistakes) {
  constexpr const char* kRemedy =
      "write 1 for the first release and one more for each next release";
  if (value.type != SourceValue::Type::scalar) {
    return mistakes.add(in_pack_yaml(value), wrong_type("release", value, "a whole number"),
                        kRemedy);
  }
  std::uint64_t release = 0;
  const std::string& text = value.scalar;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), release);
  if (error != std::errc() || end != text.data() + text.size() || release == 0) {
    mistakes.add(in_pack_yaml(value), "release: \"" + text + "\" is not a whole number from 1",
                 kRemedy);
    return;
  }
  source.manifest["release"] = release;
}

void read_positions(const SourceValue& value, SourceFolder& source, MistakeList& mistakes) {
  if (value.scalar != "true" && value.scalar != "false") {
    mistakes.add(in_pack_yaml(value),
                 "positions: \"" + value.scalar + "\" is neither true nor false",
                 "write false for a smaller pack in which phrase search is slower, or true");
    return;
  }
  if (value.scalar == "false") source.manifest[kPositionsKey] = false;
}

void read_redirects(const SourceValue& value, SourceFolder& source, MistakeList& mistakes) {
  if (value.type != SourceValue::Type::map) {
    mistakes.add(in_pack_yaml(value), wrong_type("redirects", value, "a mapping"),
                 "write old-id: new-id, one redirect on each line");
    return;
  }
  for (const auto& [from, to] : value.map) {
    if (!is_valid_id(from.scalar)) {
      mistakes.add(in_pack_yaml(from), "redirects: " + id_problem(from.scalar), kIdRule);
    }
    source.redirects.push_back({from.scalar, {to.scalar, in_pack_yaml(to)}});
  }
}

void read_member(const SourceValue& key, const SourceValue& value, SourceFolder& source,
                 MistakeList& mistakes) {
  if (key.scalar == "release") return read_release(value, source, mistakes);
  if (key.scalar == kPositionsKey) return read_positions(value, source, mistakes);
  if (key.scalar == "redirects") return read_redirects(value, source, mistakes);
  if (key.scalar.starts_with("x-")) {
    source.manifest[key.scalar] = to_json(value);
    return;
  }
  const auto keys = pack_text_keys();
  if (std::ranges::find(keys, key.scalar, &PackKey::name) == keys.end()) {
    std::vector<std::string_view> known{"release", kPositionsKey, "redirects"};
    for (const PackKey& candidate : keys) known.push_back(candidate.name);
    mistakes.add(in_pack_yaml(key), "\"" + key.scalar + "\" is not a key of pack.yaml",
                 did_you_mean(key.scalar, known, kUnknownKeyRemedy));
    return;
  }
  if (value.type != SourceValue::Type::scalar) {
    return mistakes.add(in_pack_yaml(value), wrong_type(key.scalar, value, "text"), kTextRemedy);
  }
  if (value.scalar.empty()) {
    return mistakes.add(in_pack_yaml(value), "\"" + key.scalar + "\" is empty", kTextRemedy);
  }
  source.manifest[key.scalar] = value.scalar;
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
      mistakes.add({kPackYaml, 1, 1}, "\"" + std::string(key.name) + "\" is missing",
                   "add this key; it holds: " + std::string(key.meaning));
    }
  }
  const auto id = source.manifest.find("id");
  if (id != source.manifest.end() && !is_valid_id(id->get<std::string>())) {
    mistakes.add(in_pack_yaml(*value->find("id")), "id: " + id_problem(id->get<std::string>()),
                 kIdRule);
  }
}

}  // namespace landkaart::inline v0
