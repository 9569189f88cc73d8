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
    mistakes.add(in_synonyms_yaml(*list), wrong_type(key, *list, "a list of words"),
                 "write [one, two]");
    return words;
  }
  for (const SourceValue& word : list->list) {
    if (word.type == Type::scalar && !word.scalar.empty()) {
      words.push_back(word.scalar);
    } else {
      mistakes.add(in_synonyms_yaml(word),
                   word.type == Type::scalar
                       ? "\"" + std::string(key) + "\" holds an empty word"
                       : "\"" + std::string(key) + "\" has an element that is not a word",
                   "write a word, or remove this element");
    }
  }
  return words;
}

void report_other_keys(const SourceValue& group, MistakeList& mistakes) {
  for (const auto& [key, unused] : group.map) {
    if (key.scalar != "term" && key.scalar != "equal" && key.scalar != "related") {
      mistakes.add(in_synonyms_yaml(key),
                   "\"" + key.scalar + "\" is not a key of a group of synonyms",
                   did_you_mean(key.scalar, {"term", "equal", "related"},
                                "the keys of a group are term, equal and related"));
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
      mistakes.add(in_synonyms_yaml(group), "this group of synonyms has no \"term\"",
                   "write - term: word");
      continue;
    }
    report_other_keys(group, mistakes);
    std::string folded;
    append_folded(folded, term->scalar);
    const auto [first, added] = lines.emplace(folded, term->line);
    if (!added) {
      mistakes.add(in_synonyms_yaml(*term),
                   "term: \"" + term->scalar + "\" is also the term of the group on line " +
                       std::to_string(first->second),
                   "merge the two groups");
    }
    Json equal = read_words(group, "equal", mistakes);
    Json related = read_words(group, "related", mistakes);
    if (const std::size_t words = equal.size() + related.size(); words > limits::kSynonymsOfWord) {
      mistakes.add(in_synonyms_yaml(*term),
                   "term: \"" + term->scalar + "\" has " + std::to_string(words) +
                       " equal and related words, and at most 64 are allowed",
                   "remove words");
    }
    groups.push_back({{"term", term->scalar}, {"equal", equal}, {"related", related}});
  }
  if (value->type != Type::list && value->type != Type::null) {
    mistakes.add({kSynonymsYaml, 1, 1}, "synonyms.yaml must be a list of groups",
                 "begin each group with - term: word");
  }
  if (groups.empty()) return {};
  std::string json = groups.dump();
  if (json.size() > limits::kSynonymBytes) {
    mistakes.add({kSynonymsYaml, 0, 0},
                 "the synonyms take " + std::to_string(json.size()) +
                     " bytes, and at most 1 MiB (1048576 bytes) are allowed",
                 "remove groups");
  }
  if (groups.size() > limits::kSynonymGroups) {
    mistakes.add({kSynonymsYaml, 0, 0},
                 "synonyms.yaml has " + std::to_string(groups.size()) +
                     " groups, and at most 16384 are allowed",
                 "remove groups");
  }
  return json;
}

}  // namespace landkaart::inline v0
