// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/synonyms_yaml.h"

#include <map>

#include "core/text/tokenizer.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;
using Type = SourceValue::Type;

const std::string kSynonymsYaml = "synonyms.yaml";

SourcePosition in_synonyms_yaml(const SourceValue& value) {
  return {kSynonymsYaml, value.line, value.column};
}

Json read_words(const SourceValue& group, const char* key, MistakeList& mistakes) {
  const SourceValue* list = group.find(key);
  Json words = Json::array();
  if (list == nullptr) return words;
  if (list->type != Type::list) {
    mistakes.add(in_synonyms_yaml(*list), Message::must_be_list, {key});
    return words;
  }
  for (const SourceValue& word : list->list) {
    if (word.type == Type::scalar && !word.scalar.empty()) {
      words.push_back(word.scalar);
    } else {
      mistakes.add(in_synonyms_yaml(word),
                   word.type == Type::scalar ? Message::empty_word : Message::not_a_word, {key});
    }
  }
  return words;
}

void report_other_keys(const SourceValue& group, MistakeList& mistakes) {
  for (const auto& [key, unused] : group.map) {
    if (key.scalar != "term" && key.scalar != "equal" && key.scalar != "related") {
      mistakes.add(in_synonyms_yaml(key), Message::unknown_synonym_key, {key.scalar},
                   nearest_word(key.scalar, {"term", "equal", "related"}));
    }
  }
}

}  // namespace

std::string read_synonyms(std::string_view yaml, MistakeList& mistakes) {
  const std::optional<SourceValue> value = parse_yaml(yaml, kSynonymsYaml, 1, mistakes);
  if (!value) return {};
  Json groups = Json::array();
  std::map<std::string, unsigned> lines;
  for (const SourceValue& group : value->list) {
    const SourceValue* term = group.find("term");
    if (term == nullptr || term->scalar.empty()) {
      mistakes.add(in_synonyms_yaml(group), Message::group_without_term);
      continue;
    }
    report_other_keys(group, mistakes);
    std::string folded;
    append_folded(folded, term->scalar);
    const auto [first, added] = lines.emplace(folded, term->line);
    if (!added) {
      mistakes.add(in_synonyms_yaml(*term), Message::term_used_twice,
                   {term->scalar, std::to_string(first->second)});
    }
    Json equal = read_words(group, "equal", mistakes);
    Json related = read_words(group, "related", mistakes);
    if (const std::size_t words = equal.size() + related.size(); words > limits::kSynonymsOfWord) {
      mistakes.add(in_synonyms_yaml(*term), Message::too_many_synonyms,
                   {term->scalar, std::to_string(words), std::to_string(limits::kSynonymsOfWord)});
    }
    groups.push_back({{"term", term->scalar}, {"equal", equal}, {"related", related}});
  }
  if (value->type != Type::list && value->type != Type::null) {
    mistakes.add({kSynonymsYaml, 1, 1}, Message::not_groups);
  }
  if (groups.empty()) return {};
  std::string json = groups.dump();
  if (json.size() > limits::kSynonymBytes) {
    mistakes.add({kSynonymsYaml, 0, 0}, Message::synonyms_too_large,
                 {std::to_string(json.size()), std::to_string(limits::kSynonymBytes)});
  }
  if (groups.size() > limits::kSynonymGroups) {
    mistakes.add({kSynonymsYaml, 0, 0}, Message::too_many_groups,
                 {std::to_string(groups.size()), std::to_string(limits::kSynonymGroups)});
  }
  return json;
}

}  // namespace landkaart::inline v0
